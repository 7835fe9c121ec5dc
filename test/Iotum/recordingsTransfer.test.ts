import { createHash } from 'node:crypto';

import { received } from './requests';
import { useIotum } from './setup';

const iotum = useIotum();

/** Downloads what is recorded of a conference. */
const download = async (conferenceId: number, options = {}) =>
	await iotum().run('conference.downloadRecording', {
		inputs: { conferenceId, options: { maxRetries: 0, ...options } },
	});

it('a recording of hundreds of megabytes is streamed', async () => {
	const { vendor, engine } = iotum();
	const size = 300_000_000;
	const [recording] = await vendor.addRecordings(185, { size });
	let peak = 0;
	const before = process.memoryUsage().rss;
	const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 20);
	const { items } = await download(185);
	clearInterval(watch);
	expect(peak - before).toBeLessThan(size / 2);

	expect(items).toMatchObject([{ json: { id: recording?.id } }]);
	const hash = createHash('sha256');
	let length = 0;
	for (const item of items) {
		for await (const chunk of await engine.stream(item)) {
			hash.update(chunk);
			length += chunk.length;
		}
	}
	expect(length).toBe(size);
	expect(hash.digest('hex')).toBe(items[0]?.json.sha256);
});

describe('when the storage fails, nothing is output', () => {
	it.each(['cutBody', 'resetMidBody'] as const)('and the transfer broke off (%s)', async (kind) => {
		// The first of the two files is whole.
		await iotum().control.fault({ kind, host: 'storage', bytes: 3000, after: 1 });
		const { items, error } = await download(183);
		expect(items).toEqual([]);
		expect(error?.message).toMatch(
			/^The transfer of "conference-183-recording-12346.mp3" broke off \(\w+\) \[item 0\]$/,
		);
		expect(error?.description).toBe('Nothing was output. Try again later.');
	});

	it('and a web page came instead', async () => {
		await iotum().control.fault({ kind: 'html', host: 'storage' });
		const { items, error } = await download(183);
		expect(items).toEqual([]);
		expect(error?.message).toMatch(
			/^Iotum sent a web page instead of a file for "conference-183-recording-12345.mp4"/,
		);
	});

	it('and the link is no longer valid', async () => {
		const { control } = iotum();
		await control.fault({ kind: 'status', status: 403, host: 'storage', body: 'Expired' });
		const { items, error } = await download(183);
		expect(items).toEqual([]);
		expect(error?.message).toContain('Expired');
		expect(error?.message).not.toContain('reseller');
		expect(received(await control.requests({ host: 'storage' }))).toHaveLength(1);
	});
});
