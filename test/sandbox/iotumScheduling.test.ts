import { refusal, useSandbox } from './harness';
import { BRANDS, signedIn } from './iotumHarness';

const sandbox = useSandbox();

/** A conference in Toronto, for the ready-made host 52. */
const conference = {
	host_id: 52,
	subject: 'Test Conference',
	agenda: 'An agenda',
	start: '2030-09-19 13:00:00',
	time_zone: 'America/Toronto',
	duration: 60,
	one_time_access_code: false,
	participants: [35, 37],
};

beforeEach(() => sandbox().control.setClock('2030-09-01T08:00:00Z'));

describe.each(BRANDS)('scheduling a conference with %s', (brand) => {
	test('shows it as the documents do', async () => {
		const send = await signedIn(sandbox(), brand);
		const { status, data } = await send('conference/create', {
			...conference,
			auto_record: 'video',
			auto_stream: 'video',
			auto_transcribe: true,
			one_time_access_code: true,
			security_pin: '123456',
			mute_mode: 'q&a',
		});
		expect(status).toBe(200);
		const { one_time_access_code: code } = data;
		expect(data).toEqual({
			conference_id: 1001,
			subject: 'Test Conference',
			agenda: 'An agenda',
			start: '2030-09-19 13:00:00',
			end_time: '2030-09-19 14:00:00',
			active: false,
			time_zone: 'America/Toronto',
			duration: 60,
			auto_record: 'video',
			auto_stream: 'video',
			auto_transcribe: true,
			one_time_access_code: expect.any(Number),
			security_pin: '123456',
			mute_mode: 'q&a',
			room_url: `${sandbox()[brand].baseUrl}/conf/call/${code}`,
			recordings: [],
			participants: [2052, 35, 37],
			moderators: [2052],
			is_streaming: false,
			...(brand === 'iotum' && {
				moderator_token: expect.stringMatching(/^\w{12}$/),
				participant_emails: [
					{ email: 'hanna.host@iotum.example', moderator: true },
					{ email: 'john@customer.example', moderator: false },
					{ email: 'james@customer.example', moderator: false },
				],
			}),
		});
		expect((await send('conference/fetch', { conference_id: 1001 })).data).toEqual(data);
	});

	test('uses the host’s dedicated access code unless a one-time one is wanted', async () => {
		const send = await signedIn(sandbox(), brand);
		const { data } = await send('conference/create', conference);
		expect(data).toMatchObject({
			one_time_access_code: false,
			security_pin: null,
			auto_record: 'none',
			mute_mode: 'conversation',
			room_url: expect.stringMatching(/\/conf\/call\/1000052$/),
		});
	});

	test('adds unknown addresses to the host’s contacts', async () => {
		const send = await signedIn(sandbox(), brand);
		const { data } = await send('conference/create', {
			...conference,
			participants: undefined,
			participant_emails: [
				{ email: 'JOHN@customer.example', moderator: true },
				{ email: 'new@customer.example', moderator: false },
				{ email: 'new@customer.example' },
			],
		});
		expect(data).toMatchObject({ participants: [2052, 35, 1001], moderators: [2052, 35] });
		const added = await send('contact/fetch', { host_id: 52, contact_id: 1001 });
		expect(added.data).toMatchObject({ email: 'new@customer.example', has_host: false });
	});

	test.each([
		['a missing subject', { subject: undefined }, 400, 'subject is required'],
		['no participants', { participants: undefined }, 400, 'participants is required'],
		['a start with an offset', { start: '2030-09-19T13:00:00Z' }, 400, /^start must match/],
		['a start that does not exist', { start: '2030-13-19 13:00:00' }, 422, /no such date/],
		['a start long ago', { start: '2020-09-19 13:00:00' }, 422, /over already/],
		['a zone that does not exist', { time_zone: 'Europe/Paderborn' }, 400, /^time_zone/],
		['a duration in text', { duration: '60' }, 400, 'duration must be integer'],
		['an unknown field', { title: 'x' }, 400, 'title is unknown'],
		['an unknown mute mode', { mute_mode: 'loud' }, 400, /^mute_mode must be one of/],
		['a PIN alone', { security_pin: '1' }, 422, /^Must enable one_time_access_code/],
		['participants that are no list', { participants: 35 }, 422, /must be an array of contacts'$/],
		['a contact of somebody else', { participants: [2061] }, 422, /not exist in the host's/],
		[
			'recording and streaming that differ',
			{ auto_record: 'audio', auto_stream: 'video' },
			422,
			/must be the same/,
		],
		['a host that is not there', { host_id: 999 }, 404, 'No host 999'],
		['a host beyond the reseller', { host_id: 71 }, 403, /beyond the scope/],
	])('refuses %s', async (_case, change, status, message) => {
		const send = await signedIn(sandbox(), brand);
		const answer = await send('conference/create', { ...conference, ...change });
		expect(refusal(answer)).toEqual({ status, message: expect.stringMatching(message) });
	});

	test.each([
		['Recording feature not enabled', { auto_record: 'audio' }],
		['Transcription feature not enabled', { auto_transcribe: true }],
	])('%s', async (message, change) => {
		const send = await signedIn(sandbox(), brand);
		const answer = await send('conference/create', {
			...conference,
			host_id: 53,
			participants: [],
			...change,
		});
		expect(refusal(answer)).toEqual({ status: 422, message });
	});
});
