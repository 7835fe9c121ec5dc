import { setTimeout as wait } from 'node:timers/promises';

import { posted, received } from './requests';
import { useIotum } from './setup';

const iotum = useIotum();

const look = posted('conference/fetch', { conference_id: 184 });

/** Downloads what is recorded of the conference whose recording is still in processing. */
const download = async (options = {}, signal?: AbortSignal) =>
	await iotum().run('conference.downloadRecording', {
		inputs: { conferenceId: 184, options: { maxRetries: 0, ...options } },
		signal,
	});

const description =
	'Nothing was output. Run this again in some minutes, raise Options > Wait, or start the workflow with the trigger for published recordings.';

it.each([{}, { waitSeconds: 0 }])(
	'is told clearly at once unless the user waits (%j)',
	async (options) => {
		const { items, error } = await download(options);
		expect(items).toEqual([]);
		expect(error).toMatchObject({
			message: 'The vendor is still processing recording 12347 of conference 184 [item 0]',
			description,
		});
		expect(received(await iotum().control.requests())).toEqual([look]);
	},
);

it('waits as long as the user says, then tells it', async () => {
	const started = Date.now();
	const { error } = await download({ waitSeconds: 3 });
	expect(Date.now() - started).toBeGreaterThanOrEqual(3000);
	expect(error).toMatchObject({
		message: 'The vendor is still processing recording 12347 of conference 184 after 3 s [item 0]',
		description,
	});
	// At once, after 2 seconds, after the third.
	expect(received(await iotum().control.requests())).toEqual([look, look, look]);
});

it('downloads the recording as soon as it is published', async () => {
	const { vendor, control, engine } = iotum();
	const running = download({ waitSeconds: 600 });
	await wait(500);
	await vendor.publishRecording(12347);
	const { items, error } = await running;
	expect(error).toBeUndefined();
	expect(items).toMatchObject([
		{ json: { id: 12347, publishing_state: 'published', conference_id: 184 } },
	]);
	for (const item of items) expect((await engine.buffer(item)).length).toBe(8192);
	expect(received(await control.requests()).slice(0, 2)).toEqual([look, look]);
});

it('one recording in processing keeps the others back, unless they are asked for', async () => {
	const { vendor } = iotum();
	const [published] = await vendor.addRecordings(184);
	const { items, error } = await download();
	expect(items).toEqual([]);
	expect(error?.message).toMatch(/^The vendor is still processing recording 12347 of/);
	const { json } = await download({ recordingId: `${published?.id}` });
	expect(json).toMatchObject([{ id: published?.id }]);
});

it('every item waits for its own, side by side, and one that fails holds up no other', async () => {
	const { run, vendor } = iotum();
	const options = {
		waitSeconds: 20,
		batching: { values: { concurrentRequests: 2, pause: 0 } },
	};
	const running = run('conference.downloadRecording', {
		inputs: { conferenceId: '={{ $json.id }}', options },
		items: [{ id: 184 }, { id: 185 }, { id: 183 }],
		continueOnFail: true,
	});
	await wait(500);
	await vendor.publishRecording(12347);
	const { json, items } = await running;
	expect(json.map(({ id, error }) => id ?? error)).toEqual([
		12347,
		'Conference 185 has no recording [item 1]',
		12345,
		12346,
	]);
	expect(items.map(({ pairedItem }) => pairedItem)).toEqual([0, 1, 2, 2].map((item) => ({ item })));
});

it('ends at once when the user stops the execution', async () => {
	const stop = new AbortController();
	const started = Date.now();
	const running = download({ waitSeconds: 600 }, stop.signal);
	await wait(500);
	stop.abort();
	await running;
	expect(Date.now() - started).toBeLessThan(5000);
	const before = (await iotum().control.requests()).length;
	await wait(2500);
	expect(await iotum().control.requests()).toHaveLength(before);
});

it.each([
	['-1', '"Wait (Seconds)" is not usable'],
	['86401', '"Wait (Seconds)" is not usable'],
	['soon', '"Wait (Seconds)" is not usable'],
])('refuses to wait %s seconds', async (waitSeconds, message) => {
	const { error } = await download({ waitSeconds });
	expect(error).toMatchObject({
		message: `${message} [item 0]`,
		description: 'Enter a whole number of at least 0 and at most 86400.',
	});
	expect(await iotum().control.requests()).toEqual([]);
});
