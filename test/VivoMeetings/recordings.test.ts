import { setTimeout as wait } from 'node:timers/promises';

import { sha256 } from '../kit/sha256';
import { received, sessionTokens } from '../Iotum/requests';
import { useVivoMeetings } from '../Iotum/setup';
import { call, runWithCalls } from './calls';
import { secondOfTwoItemsFails, unknown } from './twoItems';

const vivoMeetings = useVivoMeetings();

it('downloads all recordings of a conference, one item each', async () => {
	const { engine, run } = vivoMeetings();
	const { json, items } = await run('conference.downloadRecording', {
		inputs: { conferenceId: '183' },
	});
	const contents = await Promise.all(items.map(async (item) => await engine.buffer(item)));
	const recording = {
		conference_id: 183,
		publishing_state: 'published',
		start_time: '2024-09-19 13:00:00',
		start_time_iso: '2024-09-19T13:00:00+00:00',
		end_time: '2024-09-19 14:00:00',
		end_time_iso: '2024-09-19T14:00:00+00:00',
	};
	expect(json).toMatchObject([
		{
			...recording,
			id: 12345,
			type: 'video',
			fileName: 'conference-183-recording-12345.mp4',
			mimeType: 'video/mp4',
		},
		{
			...recording,
			id: 12346,
			type: 'audio',
			fileName: 'conference-183-recording-12346.mp3',
			mimeType: 'audio/mpeg',
		},
	]);
	expect(json.map((one) => one.sha256)).toEqual(contents.map(sha256));
	expect(contents[0]?.toString('latin1')).toContain('recording 12345');
	expect(items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 0 }]);
});

it('fetches a recording from the storage without the session, after asking for the conference', async () => {
	const { run, control } = vivoMeetings();
	const { items } = await run('conference.downloadRecording', {
		inputs: {
			conferenceId: '183',
			options: { recordingId: '12346', outputBinaryPropertyName: 'sound' },
		},
	});
	expect(Object.keys(items[0]?.binary ?? {})).toEqual(['sound']);
	const requests = await control.requests();
	expect(received(requests)).toEqual([
		call('conference/fetch', { conference_id: 183 }),
		{ request: expect.stringMatching(/^GET storage\/recording\/inline\/\w+\.mp3$/) },
	]);
	const file = requests.at(-1);
	const tokens = sessionTokens(requests);
	expect(tokens).toHaveLength(1);
	expect(JSON.stringify(file)).not.toContain(tokens[0]);
	expect(file?.headers).not.toHaveProperty('authorization');
});

secondOfTwoItemsFails('conference.downloadRecording', vivoMeetings, () => ({
	inputs: { conferenceId: '={{ $json.conferenceId }}', options: { recordingId: 12345 } },
	items: [{ conferenceId: 183 }, { conferenceId: 999 }],
	outputs: [expect.objectContaining({ id: 12345, sha256: expect.any(String) })],
	error: unknown('No conference 999'),
	calls: [
		call('conference/fetch', { conference_id: 183 }),
		{ request: expect.stringMatching(/^GET storage\/recording\/inline\/\w+\.mp4$/) },
		call('conference/fetch', { conference_id: 999 }),
	],
}));

it('says that a recording is still being processed, and outputs nothing', async () => {
	const { calls, error, items } = await runWithCalls(
		vivoMeetings(),
		'conference.downloadRecording',
		{ inputs: { conferenceId: '184' } },
	);
	expect(error).toMatchObject({
		message: 'The vendor is still processing recording 12347 of conference 184 [item 0]',
		description:
			'Nothing was output. Run this again in some minutes, raise Options > Wait, or start the workflow with the trigger for published recordings.',
	});
	expect(items).toEqual([]);
	expect(calls).toEqual([call('conference/fetch', { conference_id: 184 })]);
});

it('waits for a recording that is published meanwhile', async () => {
	const { run, vendor, control } = vivoMeetings();
	const running = run('conference.downloadRecording', {
		inputs: { conferenceId: '184', options: { waitSeconds: 5 } },
	});
	await wait(500);
	await vendor.publishRecording(12347);
	const { json, error } = await running;
	expect(error).toBeUndefined();
	expect(json).toMatchObject([{ id: 12347, publishing_state: 'published' }]);
	const looks = await control.requests({ path: '*/conference/fetch' });
	expect(looks.length).toBeGreaterThanOrEqual(2);
});

it.each([
	[
		183,
		{ recordingId: '1' },
		'Conference 183 has no recording 1',
		'Its recordings are 12345, 12346.',
	],
	[185, {}, 'Conference 185 has no recording', 'Nothing of it was recorded, or it was deleted.'],
])(
	'says what conference %s has when %j is not there',
	async (id, options, message, description) => {
		const { run } = vivoMeetings();
		const { error } = await run('conference.downloadRecording', {
			inputs: { conferenceId: `${id}`, options },
		});
		expect(error).toMatchObject({ message: `${message} [item 0]`, description });
	},
);
