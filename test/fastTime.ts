import { setTimeout as realWait } from 'node:timers/promises';

/**
 * Time that runs fast, for tests of what takes minutes: `useFastTime()` in a test file, or in one of its
 * `describe`s, and then write the tests as with any other time.
 *
 *     useFastTime();
 *     it('waits for a minute', async () => {
 *       const begun = Date.now();
 *       await run('thing.get', { items });                  // less than a second on the wall
 *       expect(Date.now() - begun).toBeGreaterThan(60_000); // a minute for everything in here
 *     });
 *
 * - Everything in the test's process lives in it: the node, n8n's engine, servers and the sandbox that
 *   the test started (`Date`, Luxon's `now()`, `setTimeout` and what is built on them). Requests
 *   really travel; the more the machine has to do, the more slowly time runs, not the other way round.
 * - Nobody waits: time runs as ever. Somebody waits by `setTimeout`: it runs about 150 times as fast, so
 *   that an exchange with a server of this machine takes up to a second of it. Compare times with a
 *   second or two to spare, not with less.
 * - Wait for a while with `pass(milliseconds)`; `node:timers/promises` still waits in real time, and so
 *   do `setInterval`, jest's own time limits and the time-outs of sockets.
 * - `skip(milliseconds)` sets the clock at once, for hours in which nobody waits; less than 0 sets it back.
 * - `waiting()` tells how many timers are still to end: 0 when nothing is held alive.
 * - Set-up and clean-up in `beforeAll` and `afterAll` have ordinary time. Time goes on from test to test
 *   and never back, as the quotas and sessions of a process outlive a test.
 */
export function useFastTime() {
	let latest = 0;
	let running: Promise<void> | undefined;
	let ended = false;

	beforeEach(() => {
		latest = Math.max(latest, Date.now());
		jest.useFakeTimers({ now: latest, doNotFake: REAL });
		ended = false;
		running = runFast(() => ended);
	});
	afterEach(async () => {
		ended = true;
		await running;
		latest = Date.now();
		jest.useRealTimers();
	});

	return {
		/** Waits for so many milliseconds of this time. */
		pass: async (milliseconds: number) =>
			await new Promise<void>((resolve) => setTimeout(resolve, milliseconds)),
		/** Sets the clock; what waits goes on waiting as long as before. */
		skip: (milliseconds: number) => jest.setSystemTime(Date.now() + milliseconds),
		/** How many timers are still to end. */
		waiting: () => jest.getTimerCount(),
	};
}

/** How many milliseconds pass in one on the wall when somebody waits. */
const STEP = 200;

const REAL = [
	...(['hrtime', 'performance', 'nextTick', 'queueMicrotask'] as const),
	...(['setImmediate', 'clearImmediate', 'setInterval', 'clearInterval'] as const),
];

async function runFast(hasEnded: () => boolean): Promise<void> {
	while (!hasEnded()) {
		await realWait(1);
		await jest.advanceTimersByTimeAsync(jest.getTimerCount() > 0 ? STEP : 1);
	}
}
