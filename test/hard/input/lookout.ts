import { watchCrashes } from './crashes';
import { startElsewhere, type Elsewhere } from './elsewhere';

/** Watches, in all tests of a block, for requests that go elsewhere and for errors that nobody handled. */
export function useLookout(): () => {
	elsewhere: Elsewhere;
	crashes: ReturnType<typeof watchCrashes>;
} {
	let lookout: ReturnType<ReturnType<typeof useLookout>> | undefined;
	beforeAll(async () => {
		lookout = { elsewhere: await startElsewhere(), crashes: watchCrashes() };
	});
	afterAll(async () => {
		lookout?.crashes.stop();
		await lookout?.elsewhere.close();
	});
	return () => {
		if (!lookout) throw new Error('Nobody watches yet.');
		return lookout;
	};
}
