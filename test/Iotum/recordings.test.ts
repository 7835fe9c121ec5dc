import { sha256 } from '../kit/sha256';
import { failure } from './failures';
import { posted } from './requests';
import { useIotum } from './setup';
import { secondOfTwoItemsFails } from './twoItems';

const iotum = useIotum();
const FETCH = 'conference/fetch';

const stored = (request: string) => ({
	request: expect.stringMatching(`^GET storage/recording/inline/${request}$`),
});

const times = {
	start_time: '2024-09-19 13:00:00',
	start_time_iso: '2024-09-19T13:00:00+00:00',
	end_time: '2024-09-19 14:00:00',
	end_time_iso: '2024-09-19T14:00:00+00:00',
};

const video = {
	conference_id: 183,
	id: 12345,
	type: 'video',
	publishing_state: 'published',
	...times,
	fileName: 'conference-183-recording-12345.mp4',
	mimeType: 'video/mp4',
	sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
};

const audio = {
	...video,
	id: 12346,
	type: 'audio',
	fileName: 'conference-183-recording-12346.mp3',
	mimeType: 'audio/mpeg',
};

secondOfTwoItemsFails('conference.downloadRecording', iotum, async (setup) => ({
	inputs: { conferenceId: '={{ $json.id }}', options: { recordingId: '12345' } },
	items: [{ id: 183 }, { id: 187 }],
	outputs: [video],
	error: failure(setup, 403, FETCH, 'Host 71 is beyond the scope of your role'),
	requests: [
		posted(FETCH, { conference_id: 183 }),
		stored('\\w+\\.mp4'),
		posted(FETCH, { conference_id: 187 }),
	],
}));

it('all recordings of a conference come, one item each, paired with the input', async () => {
	const { run, engine } = iotum();
	const options = { outputBinaryPropertyName: 'recording' };
	const inputs = { conferenceId: 183, options };
	const { items, json } = await run('conference.downloadRecording', { inputs });
	expect(json).toEqual([video, audio]);
	for (const item of items) {
		expect(item.pairedItem).toEqual({ item: 0 });
		expect(Object.keys(item.binary ?? {})).toEqual(['recording']);
		const content = await engine.buffer(item, 'recording');
		expect(sha256(content)).toBe(item.json.sha256);
		expect(content.toString('latin1')).toContain(`recording ${String(item.json.id)}`);
		const { fileName, mimeType } = item.json;
		expect(item.binary?.recording).toMatchObject({ fileName, mimeType, id: expect.any(String) });
	}
});

/** Downloads what is recorded of a conference. */
const download = async (conferenceId: number, options = {}) =>
	await iotum().run('conference.downloadRecording', {
		inputs: { conferenceId, options: { maxRetries: 0, ...options } },
	});

it('no credential goes to where the files lie', async () => {
	const { control, access } = iotum();
	await download(183);
	const requests = await control.requests({ host: 'storage' });
	expect(requests).toHaveLength(2);
	for (const { headers, rawQuery, body, status } of requests) {
		expect({ rawQuery, body, status }).toEqual({ rawQuery: '', body: undefined, status: 200 });
		for (const name of ['authorization', 'cookie', 'x-auth-token', 'auth_token']) {
			expect(headers).not.toHaveProperty(name);
		}
		expect(JSON.stringify(headers)).not.toContain(access.resellerAdmin.apiToken);
	}
});

it.each([
	[183, { recordingId: '99' }, 'has no recording 99', 'Its recordings are 12345, 12346.'],
	[185, {}, 'has no recording', 'Nothing of it was recorded, or it was deleted.'],
	[
		185,
		{ recordingId: '5' },
		'has no recording 5',
		'Nothing of it was recorded, or it was deleted.',
	],
])('conference %s with %j %s', async (conferenceId, options, problem, description) => {
	const { error, items } = await download(conferenceId, options);
	expect(items).toEqual([]);
	expect(error).toMatchObject({
		message: `Conference ${conferenceId} ${problem} [item 0]`,
		description,
	});
});
