import { setTimeout as wait } from 'node:timers/promises';
import type { INodeParameters } from 'n8n-workflow';
import { useFlexperto } from '../Flexperto/setup';

// "Stop execution" in the editor.

const flexperto = useFlexperto();

/** Runs twenty items one after the other, and stops the execution when `count` requests have come. */
async function stopAfter(count: number, options: INodeParameters) {
	const { run, control } = flexperto();
	const stop = new AbortController();
	const running = run('user.getAll', {
		inputs: { options: { batching: { values: { concurrentRequests: 1 } }, ...options } },
		items: Array.from({ length: 20 }, () => ({})),
		signal: stop.signal,
	});
	while ((await control.requests()).length < count) await wait(10);
	await wait(50);
	const stoppedAt = Date.now();
	const sentBefore = (await control.requests()).length;
	stop.abort();
	const { status } = await running;
	const took = Date.now() - stoppedAt;
	await wait(2500);
	return { status, took, sentAfter: (await control.requests()).length - sentBefore };
}

it('sends nothing new for the remaining items', async () => {
	await flexperto().control.fault({ kind: 'delay', ms: 300, times: 'always' });
	const { status, took, sentAfter } = await stopAfter(3, {});
	expect({ status, sentAfter }).toEqual({ status: 'canceled', sentAfter: 0 });
	expect(took).toBeLessThan(2000);
});

it('ends the pause between items', async () => {
	const batching = { values: { concurrentRequests: 1, pause: 2000 } };
	const { status, took, sentAfter } = await stopAfter(2, { batching });
	expect({ status, sentAfter }).toEqual({ status: 'canceled', sentAfter: 0 });
	expect(took).toBeLessThan(1800);
});

it('ends the wait that the vendor asked for, and does not try again', async () => {
	const headers = { 'retry-after': '2' };
	await flexperto().control.fault({ kind: 'status', status: 429, headers, times: 'always' });
	const { status, took, sentAfter } = await stopAfter(1, {});
	expect({ status, sentAfter }).toEqual({ status: 'canceled', sentAfter: 0 });
	expect(took).toBeLessThan(1800);
});
