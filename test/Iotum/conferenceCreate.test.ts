import type { INodeParameters } from 'n8n-workflow';

import { failure } from './failures';
import { posted, received } from './requests';
import { useIotum } from './setup';
import { secondOfTwoItemsFails } from './twoItems';

const iotum = useIotum();
const CREATE = 'conference/create';

beforeEach(async () => void (await iotum().control.setClock('2026-01-10T09:00:00Z')));

const entered = {
	hostId: 52,
	subject: 'Test Conference',
	start: '2026-09-19T13:00:00',
	timeZone: 'America/Toronto',
	duration: 45,
};

const needed = {
	host_id: 52,
	subject: 'Test Conference',
	agenda: '',
	start: '2026-09-19 13:00:00',
	time_zone: 'America/Toronto',
	duration: 45,
	one_time_access_code: false,
};

const created = {
	subject: 'Test Conference',
	start: '2026-09-19 13:00:00',
	start_iso: '2026-09-19T13:00:00-04:00',
	end_time: '2026-09-19 13:45:00',
	end_time_iso: '2026-09-19T13:45:00-04:00',
	time_zone: 'America/Toronto',
	duration: 45,
	active: false,
	recordings: [],
	is_streaming: false,
};

const settings = {
	auto_record: 'video',
	auto_stream: 'video',
	auto_transcribe: true,
	security_pin: '123456',
	mute_mode: 'q&a',
};

/** Every field, with how it is sent. */
const all = {
	agenda: 'An agenda',
	autoRecord: settings.auto_record,
	autoStream: settings.auto_stream,
	autoTranscribe: true,
	oneTimeAccessCode: true,
	secureUrl: true,
	hostInitiatedRecording: false,
	securityPin: settings.security_pin,
	muteMode: settings.mute_mode,
	participants: '35, 37',
	participantHosts: { values: [{ hostId: '53', moderator: true }] },
	broadcastStreamUrl: 'https://example.com/talk.mp4',
	recurrence: 'rule',
	schedule: 'RRULE:FREQ=WEEKLY;COUNT=10;BYDAY=MO,WE',
};

const allSent = {
	...needed,
	...settings,
	agenda: 'An agenda',
	one_time_access_code: true,
	secure_url: true,
	host_initiated_recording: false,
	participants: [35, 37],
	participant_hosts: [{ host_id: 53, moderator: true }],
	broadcast_stream_url: 'https://example.com/talk.mp4',
	schedule: 'FREQ=WEEKLY;COUNT=10;BYDAY=MO,WE',
};

secondOfTwoItemsFails('conference.create', iotum, async (setup) => {
	await setup.control.reset();
	await setup.control.setClock('2026-01-10T09:00:00Z');
	return {
		inputs: { ...entered, hostId: '={{ $json.hostId }}', additionalFields: all },
		items: [{ hostId: 52 }, { hostId: 999 }],
		outputs: [
			{
				...created,
				conference_id: 1001,
				agenda: 'An agenda',
				room_url: expect.stringMatching(/\/conf\/call\/[0-9a-f]{32}$/),
				one_time_access_code: expect.any(Number),
				participants: [2052, 35, 37, 2053],
				moderators: [2052, 2053],
				is_master: true,
				master_id: 1001,
				schedule: 'FREQ=WEEKLY;COUNT=10;INTERVAL=1;BYDAY=MO,WE',
			},
		],
		error: failure(setup, 404, CREATE, 'No host 999'),
		requests: [52, 999].map((host) => posted(CREATE, { ...allSent, host_id: host })),
	};
});

/** Creates a conference with more fields; gives its output and the requests. */
async function create(additionalFields: INodeParameters, more: INodeParameters = {}) {
	const { run, control } = iotum();
	const inputs = { ...entered, additionalFields, ...more };
	const { json, error } = await run('conference.create', { inputs });
	return { json, error, requests: received(await control.requests()) };
}

describe('conference.create', () => {
	it('sends what the guide calls required, empty where the user left it empty', async () => {
		const { requests, json } = await create({ agenda: '', participants: '', securityPin: '' });
		expect(requests).toEqual([posted(CREATE, { ...needed, participants: [] })]);
		expect(json).toMatchObject([{ agenda: '', one_time_access_code: false, participants: [2052] }]);
	});

	it('sends switches that are off', async () => {
		const off = { autoTranscribe: false, oneTimeAccessCode: false, secureUrl: false };
		const { requests } = await create({ ...off, hostInitiatedRecording: false });
		expect(requests).toEqual([
			posted(CREATE, {
				...needed,
				participants: [],
				auto_transcribe: false,
				secure_url: false,
				host_initiated_recording: false,
			}),
		]);
	});

	it.each<[string, INodeParameters, object, number[], number[]]>([
		[
			'e-mail addresses, of which new ones become contacts',
			{
				participantEmails: {
					values: [{ email: 'john@customer.example', moderator: true }, { email: 'new@a.example' }],
				},
			},
			{
				participant_emails: [
					{ email: 'john@customer.example', moderator: true },
					{ email: 'new@a.example', moderator: false },
				],
			},
			[2052, 35, 1001],
			[2052, 35],
		],
		[
			'other hosts of the company',
			{ participantHosts: { values: [{ hostId: { __rl: true, mode: 'list', value: '53' } }] } },
			{ participant_hosts: [{ host_id: 53, moderator: false }] },
			[2052, 2053],
			[2052],
		],
		[
			'a list of contacts',
			{ participants: '={{ [37] }}' },
			{ participants: [37] },
			[2052, 37],
			[2052],
		],
	])('invites %s', async (_, invited, sent, participants, moderators) => {
		const { requests, json } = await create(invited);
		expect(requests).toEqual([posted(CREATE, { ...needed, ...sent })]);
		expect(json).toMatchObject([{ participants, moderators }]);
	});

	it('gives everything, with the moderator token and the PIN, when Simplify is off', async () => {
		const { json } = await create(all, { simplify: false });
		const state = { source: 'https://example.com/talk.mp4', state: 'NEW' };
		expect(json).toMatchObject([
			{ ...created, ...settings, broadcast_stream_url: state, moderator_token: expect.any(String) },
		]);
		const { json: simple } = await create(all);
		for (const key of ['moderator_token', 'security_pin', 'participant_emails']) {
			expect(simple[0]).not.toHaveProperty(key);
		}
	});

	it('is not repeated when its answer is lost: a second conference would invite people twice', async () => {
		const { control, vendor } = iotum();
		const path = `/enterprise_api/${CREATE}`;
		await control.fault({ kind: 'reset', when: 'after', path });
		const { error, requests } = await create({});
		expect(error).toMatchObject({
			message: 'Iotum closed the connection too early [item 0]',
			description: expect.stringContaining('Whether Iotum carried it out is unknown'),
		});
		expect(requests).toHaveLength(1);
		expect((await vendor.conferences()).filter(({ id }) => id > 1000)).toHaveLength(1);
	});
});

secondOfTwoItemsFails('conference.createReservationless', iotum, async (setup) => {
	await setup.control.reset();
	await setup.control.setClock('2026-01-10T09:00:00Z', { frozen: true });
	const path = 'conference/create/reservationless';
	const sent = { one_time_access_code: true, secure_url: false };
	return {
		inputs: {
			hostId: '={{ $json.hostId }}',
			additionalFields: { oneTimeAccessCode: true, secureUrl: false },
		},
		items: [{ hostId: 52 }, { hostId: 71 }],
		outputs: [
			{
				...created,
				conference_id: 1001,
				subject: "Hanna Host's Meeting",
				agenda: null,
				start: '2026-01-10 09:00:00',
				start_iso: '2026-01-10T09:00:00+00:00',
				end_time: '2026-01-10 10:00:00',
				end_time_iso: '2026-01-10T10:00:00+00:00',
				time_zone: 'UTC',
				duration: 60,
				active: true,
				room_url: expect.stringMatching(/\/conf\/call\/\d{3,9}$/),
				one_time_access_code: expect.any(Number),
				participants: [2052],
				moderators: [2052],
			},
		],
		error: failure(setup, 403, path, 'Host 71 is beyond the scope of your role'),
		requests: [52, 71].map((host) => posted(path, { host_id: host, ...sent })),
	};
});

it('a reservationless conference uses the host’s own access code unless the user wants another', async () => {
	const { run, control, access } = iotum();
	const { json } = await run('conference.createReservationless', { inputs: { hostId: 52 } });
	expect(json).toMatchObject([
		{ one_time_access_code: false, room_url: `${access.baseUrl}/conf/call/1000052` },
	]);
	expect(received(await control.requests())).toEqual([
		posted('conference/create/reservationless', { host_id: 52, one_time_access_code: false }),
	]);
});
