import { failure } from './failures';
import { posted, received } from './requests';
import { useIotum } from './setup';
import { secondOfTwoItemsFails } from './twoItems';

const iotum = useIotum();

const wall = { start_time: '2024-09-19 13:00:00', end_time: '2024-09-19 14:00:00' };
const iso = {
	start_time_iso: '2024-09-19T13:00:00+00:00',
	end_time_iso: '2024-09-19T14:00:00+00:00',
};

/** The published recordings of the past conference. */
const recordings = [
	{ id: 12345, type: 'video' },
	{ id: 12346, type: 'audio' },
].map((recording) => ({
	...recording,
	...wall,
	...iso,
	publishing_state: 'published',
	download_link: expect.stringMatching(/\/recording\/inline\/\w+\.mp[34]$/),
}));

const past = () => ({
	conference_id: 183,
	subject: 'Annual review',
	agenda: 'What to do with the savings',
	start: '2024-09-19 13:00:00',
	start_iso: '2024-09-19T13:00:00+00:00',
	end_time: '2024-09-19 14:00:00',
	end_time_iso: '2024-09-19T14:00:00+00:00',
	time_zone: 'UTC',
	duration: 60,
	active: false,
	room_url: `${iotum().access.baseUrl}/conf/call/1000052`,
	one_time_access_code: false,
	participants: [2052, 35],
	moderators: [2052],
	recordings,
	is_streaming: false,
});

secondOfTwoItemsFails('conference.get', iotum, async (setup) => ({
	inputs: { conferenceId: '={{ $json.id }}' },
	items: [{ id: 183 }, { id: 999 }],
	outputs: [past()],
	error: failure(setup, 404, 'conference/fetch', 'No conference 999'),
	requests: [183, 999].map((id) => posted('conference/fetch', { conference_id: id })),
}));

describe('conference.get', () => {
	const get = async (inputs = {}) => {
		const { run, control } = iotum();
		const { json } = await run('conference.get', { inputs: { conferenceId: 183, ...inputs } });
		return { conference: json[0], requests: received(await control.requests()) };
	};

	it('gives the raw answer, with the moderator token, when Simplify is off', async () => {
		const { conference } = await get({ simplify: false });
		expect(conference).toEqual({
			...past(),
			auto_record: 'video',
			auto_stream: 'none',
			auto_transcribe: false,
			security_pin: null,
			mute_mode: 'conversation',
			moderator_token: expect.any(String),
			participant_emails: [
				{ email: 'hanna.host@iotum.example', moderator: true },
				{ email: 'john@customer.example', moderator: false },
			],
		});
	});

	it('gives all that happened with Detail, its times as ISO as well', async () => {
		const { conference, requests } = await get({ simplify: false, options: { detail: true } });
		expect(requests).toEqual([
			posted('conference/fetch', { conference_id: 183, output: 'detail' }),
		]);
		expect(conference).toMatchObject({
			...wall,
			...iso,
			attended_count: 3,
			participants: [
				{ name: 'Hanna Host', live_cdrs: [{ id: 35, start_time: '2024-09-19T13:00:00.000Z' }] },
				{ name: 'John Smith' },
				{ name: 'A guest', email: null },
			],
			chat_messages: [{ id: 318, content: 'Good morning' }, { id: 319 }],
			uploaded_documents: [{ id: 12, filename: 'network.png' }],
			recordings: [{ ...recordings[0], transcription_segments: [{ text: 'Good morning.' }] }, {}],
		});
	});

	it('leaves the rest of the details out when simplified', async () => {
		const { conference = {} } = await get({ options: { detail: true } });
		const keys = ['agenda', 'cancelled', 'chat_messages', 'conference_id', 'duration', 'end_time'];
		expect(Object.keys(conference).sort().slice(0, 6)).toEqual(keys);
		for (const key of ['moderator_token', 'sentiment_mean', 'day', 'invited_count']) {
			expect(conference).not.toHaveProperty(key);
		}
	});

	it('sends nothing of Detail when it is off', async () => {
		const { requests } = await get({ options: { detail: false } });
		expect(requests).toEqual([posted('conference/fetch', { conference_id: 183 })]);
	});

	it.each([
		['2026-07-01T10:00:00Z', '2026-07-01 06:00:00', '2026-07-01T06:00:00-04:00'],
		['2026-12-01T10:00:00Z', '2026-12-01 05:00:00', '2026-12-01T05:00:00-05:00'],
		// Clocks are set back: the wall time is that of two moments.
		['2026-11-01T05:30:00Z', '2026-11-01 01:30:00', null],
	])('shows the start %s by the clocks of its zone', async (start, text, asIso) => {
		const { run, vendor } = iotum();
		const [added] = await vendor.addConferences({ start, time_zone: 'America/Toronto' });
		const { json } = await run('conference.get', { inputs: { conferenceId: added?.id ?? 0 } });
		expect(json).toMatchObject([{ start: text, start_iso: asIso }]);
	});

	it.each([
		['={{ "" }}', '"Conference" is empty', 'Pick one from the list or enter its ID.'],
		['abc', '"Conference" is "abc"', 'Enter the ID alone, which is a whole number.'],
		['../host', '"Conference" is not an ID', expect.stringMatching(/^Enter the ID alone/)],
	])('refuses the ID %s before anything is sent', async (conferenceId, message, description) => {
		const { run, control } = iotum();
		const { error } = await run('conference.get', { inputs: { conferenceId } });
		expect(error).toMatchObject({ message: `${message} [item 0]`, description });
		expect(await control.requests()).toEqual([]);
	});
});
