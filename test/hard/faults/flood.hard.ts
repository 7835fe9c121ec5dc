import { growthDuring } from '../../../bench/jobs/growth';
import { useFlexperto } from '../../Flexperto/setup';
import { counted, measured } from '../figures';

// Much more data than anybody asked for, by many requests at the same time: the process has to live on.

const flexperto = useFlexperto();

jest.setTimeout(120_000);

const MEBIBYTE = 1024 * 1024;
const IN_FLIGHT = 10;

it.each([
	['plain', {}],
	['packed', { gzip: true }],
])('100 MB of JSON, %s, for each of ten items take less than they send', async (how, more) => {
	const { run, control } = flexperto();
	const flood = { kind: 'flood', bytes: 100 * MEBIBYTE, ...more } as const;
	await control.fault({ ...flood, times: 'always' });
	const batching = { values: { concurrentRequests: IN_FLIGHT } };
	let failed = 0;
	const growth = await growthDuring(async () => {
		const { items } = await run('user.getAll', {
			inputs: { options: { batching } },
			items: Array.from({ length: IN_FLIGHT }, () => ({})),
			continueOnFail: true,
		});
		failed = items.filter(({ json }) => /more data than expected/.test(String(json.error))).length;
	});
	counted('Faults', 'answers of 100 MB refused', failed, { atLeast: IN_FLIGHT });
	measured('Faults', `memory for ten answers of 100 MB at once, ${how}`, growth / MEBIBYTE, {
		unit: 'MiB',
		atMost: 600,
	});
});
