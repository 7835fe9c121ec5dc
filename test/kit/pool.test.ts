import { setTimeout as wait } from 'node:timers/promises';
import fc from 'fast-check';
import { inOrder } from '../../nodes/kit/pool';

/** Pieces of work that take as long as their number says, in milliseconds. */
const durations = fc.array(fc.integer({ min: 0, max: 8 }), { maxLength: 25 });
const concurrency = fc.integer({ min: 1, max: 9 });

const observed = () => {
	const started: number[] = [];
	let active = 0;
	let most = 0;
	return {
		started,
		most: () => most,
		active: () => active,
		async work(index: number, duration: number) {
			started.push(index);
			most = Math.max(most, ++active);
			await wait(duration);
			active--;
		},
	};
};

it('does every piece once, started in order, and never more at a time than allowed', async () => {
	await fc.assert(
		fc.asyncProperty(durations, concurrency, async (pieces, concurrent) => {
			const { started, most, work, active } = observed();
			await inOrder([...pieces.entries()], { concurrent, pause: 0 }, async ([index, duration]) => {
				await work(index, duration);
				return true;
			});
			expect(started).toEqual([...pieces.keys()]);
			expect(most()).toBe(Math.min(concurrent, pieces.length));
			expect(active()).toBe(0);
		}),
		{ numRuns: 60 },
	);
});

it('starts nothing new after a failure, and waits for what is under way', async () => {
	await fc.assert(
		fc.asyncProperty(durations, concurrency, fc.nat(24), async (pieces, concurrent, failing) => {
			const { started, work, active } = observed();
			let startedAtFailure: number | undefined;
			await inOrder([...pieces.entries()], { concurrent, pause: 0 }, async ([index, duration]) => {
				await work(index, duration);
				if (index !== failing) return true;
				startedAtFailure = started.length;
				return false;
			});
			expect(started.length).toBe(startedAtFailure ?? pieces.length);
			expect(active()).toBe(0);
		}),
		{ numRuns: 60 },
	);
});

it('starts nothing new once the user has stopped the execution', async () => {
	await fc.assert(
		fc.asyncProperty(durations, concurrency, fc.nat(24), async (pieces, concurrent, stopping) => {
			const { started, work } = observed();
			const stop = new AbortController();
			let startedAtStop: number | undefined;
			const pace = { concurrent, pause: 0, cancelled: stop.signal };
			await inOrder([...pieces.entries()], pace, async ([index, duration]) => {
				await work(index, duration);
				if (index === stopping) {
					stop.abort();
					startedAtStop = started.length;
				}
				return true;
			});
			expect(started.length).toBe(startedAtStop ?? pieces.length);
		}),
		{ numRuns: 60 },
	);
});
