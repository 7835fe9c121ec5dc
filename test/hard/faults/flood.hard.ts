import { setTimeout as wait } from 'node:timers/promises';

import { useFlexperto } from '../../Flexperto/setup';
import { counted, measured } from '../figures';

// Much more data than anybody asked for, by many requests at the same time: the process has to live on.

const flexperto = useFlexperto();

jest.setTimeout(120_000);

const MEBIBYTE = 1024 * 1024;
const IN_FLIGHT = 10;

/** Runs it, and gives by how many MiB the process grew meanwhile. */
async function growthOf(act: () => Promise<unknown>): Promise<number> {
	globalThis.gc?.();
	const before = process.memoryUsage.rss();
	let most = before;
	let isOver = false;
	const watching = (async () => {
		while (!isOver) {
			most = Math.max(most, process.memoryUsage.rss());
			await wait(10);
		}
	})();
	await act();
	isOver = true;
	await watching;
	return (most - before) / MEBIBYTE;
}

it.each([
	['plain', {}],
	['packed', { gzip: true }],
])('100 MB of JSON, %s, for each of ten items take less than they send', async (how, more) => {
	const { run, control } = flexperto();
	const flood = { kind: 'flood', bytes: 100 * MEBIBYTE, ...more } as const;
	await control.fault({ ...flood, times: 'always' });
	const batching = { values: { concurrentRequests: IN_FLIGHT } };
	let failed = 0;
	const growth = await growthOf(async () => {
		const { items } = await run('user.getAll', {
			inputs: { options: { batching } },
			items: Array.from({ length: IN_FLIGHT }, () => ({})),
			continueOnFail: true,
		});
		failed = items.filter(({ json }) => /more data than expected/.test(String(json.error))).length;
	});
	counted('Faults', 'answers of 100 MB refused', failed, { atLeast: IN_FLIGHT });
	measured('Faults', `memory for ten answers of 100 MB at once, ${how}`, growth, {
		unit: 'MiB',
		atMost: 600,
	});
});
