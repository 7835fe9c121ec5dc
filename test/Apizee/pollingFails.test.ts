import type { Fault } from '../../sandbox/faults';
import { stored } from '../polling';
import { TRIGGER } from '../triggerWorkflow';
import { useApizee } from './setup';
import { EVENTS, LISTS, make, numbers } from './pollingThings';
import { becomeNewUser, found, foundIds, letPass, watching } from './pollingWorkflow';

const apizee = useApizee();

afterEach(() => {
	jest.restoreAllMocks();
	apizee().engine.credentials.apizeeApi = apizee().credentials.apizeeApi;
});

/** What goes wrong with a request, and what the user is told. */
const TROUBLES: Array<[string, Fault, string]> = [
	['an overloaded vendor', { kind: 'status', status: 500 }, 'Apizee failed to process the request'],
	[
		'the quota of another process',
		{ kind: 'status', status: 429, headers: { 'x-ratelimit-reset': '30' } },
		'Apizee takes no more requests for the moment',
	],
	['a web page', { kind: 'html' }, 'Apizee answered with a web page instead of data'],
	['half a list', { kind: 'cutJson' }, 'Apizee sent an answer that is incomplete'],
	['no answer', { kind: 'reset' }, 'Apizee closed the connection too early'],
	[
		'something that is no list',
		{ kind: 'status', status: 200, body: { message: 'OK' } },
		'Apizee sent something that is not a list',
	],
];

describe.each(EVENTS)('%s: a look that fails at its second page', (event) => {
	test.each(TROUBLES)(
		'because of %s shows so, and nothing is lost',
		async (_case, fault, message) => {
			const { engine, control, vendor } = apizee();
			const password = await becomeNewUser(apizee());
			const workflow = watching(event);
			const active = await engine.activate(workflow);
			const before = stored(engine, workflow);
			const ids = await make(apizee(), event, 101);
			await control.fault({ ...fault, path: LISTS[event], after: 1 });
			const [failed] = await active.tick();
			expect(failed).toMatchObject({ node: TRIGGER, emitted: null, error: { message } });
			expect(failed?.execution).toBeUndefined();
			const tokens = (await vendor.tokens()).map(({ token }) => token);
			for (const secret of [password, ...tokens]) {
				expect(JSON.stringify([failed?.error, engine.logs])).not.toContain(secret);
			}
			expect(stored(engine, workflow)).toEqual(before);
			letPass({ minutes: 1 });
			expect(numbers(foundIds(await active.tick()))).toEqual(ids);
			expect(found(await active.tick())).toBeNull();
			expect(stored(engine, workflow)).not.toEqual(before);
		},
	);
});
