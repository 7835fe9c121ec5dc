import { getEventListeners, setMaxListeners } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';

import { rest, untilCancelled } from '../../nodes/kit/rest';

// Work that nobody waits for any more when the user stops the execution.

const stopped = new Error('Stopped by the user');
const never = new Promise<never>(() => undefined);

it('gives the result of the work, and its failure', async () => {
	const { signal } = new AbortController();
	expect(await untilCancelled(Promise.resolve(7), signal)).toBe(7);
	await expect(untilCancelled(Promise.reject(new Error('No')), signal)).rejects.toThrow('No');
	expect(await untilCancelled(Promise.resolve(7))).toBe(7);
	await expect(untilCancelled(Promise.reject(new Error('No')))).rejects.toThrow('No');
});

it('ends at once when the execution is stopped, with the reason for that', async () => {
	const stop = new AbortController();
	const waiting = untilCancelled(never, stop.signal);
	stop.abort(stopped);
	await expect(waiting).rejects.toBe(stopped);
});

it('ends at once when the execution was stopped before', async () => {
	const signal = AbortSignal.abort(stopped);
	const waited = await Promise.race([
		untilCancelled(never, signal).catch((error: unknown) => error),
		wait(100, 'still waiting'),
	]);
	expect(waited).toBe(stopped);
	await expect(rest(60_000, signal)).rejects.toBe(stopped);
});

it('the work goes on for others, and its failure after that troubles nobody', async () => {
	const stop = new AbortController();
	const work = wait(50).then(() => {
		throw new Error('Too late');
	});
	const other = untilCancelled(work).catch((error: unknown) => error);
	const waiting = untilCancelled(work, stop.signal);
	stop.abort(stopped);
	await expect(waiting).rejects.toBe(stopped);
	expect(await other).toEqual(new Error('Too late'));
});

it('a failure of the work troubles nobody when the execution was stopped before', async () => {
	const work = wait(20).then(() => {
		throw new Error('Too late');
	});
	await expect(untilCancelled(work, AbortSignal.abort(stopped))).rejects.toBe(stopped);
	// A rejection that nobody handles fails the test that is running.
	await wait(50);
});

it('leaves nothing behind at the signal, however often it is used', async () => {
	const { signal } = new AbortController();
	// As n8n does it, since any number of items may wait.
	setMaxListeners(Infinity, signal);
	const pieces = Array.from({ length: 60 }, async (_none, index) =>
		index % 2 === 0
			? await rest(index, signal)
			: await untilCancelled(Promise.reject(new Error('No')), signal).catch(() => undefined),
	);
	await Promise.all(pieces);
	expect(getEventListeners(signal, 'abort')).toEqual([]);
});
