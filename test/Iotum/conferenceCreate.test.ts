import { entered, needed } from './conferenceInputs';
import { failure } from './failures';
import { posted } from './requests';
import { useIotum } from './setup';
import { secondOfTwoItemsFails } from './twoItems';

const iotum = useIotum();
const CREATE = 'conference/create';

beforeEach(async () => void (await iotum().control.setClock('2026-01-10T09:00:00Z')));

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

/** Creates a conference with everything. */
const create = async (inputs: object) =>
	await iotum().run('conference.create', {
		inputs: { ...entered, additionalFields: all, ...inputs },
	});

it('gives everything, with the moderator token and the PIN, when Simplify is off', async () => {
	const { json } = await create({ simplify: false });
	const state = { source: 'https://example.com/talk.mp4', state: 'NEW' };
	expect(json).toMatchObject([
		{ ...created, ...settings, broadcast_stream_url: state, moderator_token: expect.any(String) },
	]);
	const { json: simple } = await create({});
	for (const key of ['moderator_token', 'security_pin', 'participant_emails']) {
		expect(simple[0]).not.toHaveProperty(key);
	}
});
