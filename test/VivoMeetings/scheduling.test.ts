import type { INodeParameters } from 'n8n-workflow';

import { useVivoMeetings } from '../Iotum/setup';
import { call, runWithCalls } from './calls';
import { refused, secondOfTwoItemsFails } from './twoItems';

const vivoMeetings = useVivoMeetings();

const meeting = {
	subject: 'Test Conference',
	start: '2031-09-19 13:00:00',
	timeZone: 'Europe/London',
	duration: 60,
};

const sentMeeting = {
	subject: 'Test Conference',
	start: '2031-09-19 13:00:00',
	time_zone: 'Europe/London',
	duration: 60,
};

const create = async (additionalFields: INodeParameters, inputs: INodeParameters = {}) =>
	await runWithCalls(vivoMeetings(), 'conference.create', {
		inputs: { hostId: '52', ...meeting, ...inputs, additionalFields },
	});

// Host 53 has no recording feature.
secondOfTwoItemsFails('conference.create', vivoMeetings, ({ access: { baseUrl } }) => ({
	inputs: {
		hostId: '={{ $json.hostId }}',
		...meeting,
		additionalFields: {
			agenda: 'An agenda',
			autoRecord: 'video',
			autoStream: 'video',
			autoTranscribe: false,
			oneTimeAccessCode: true,
			securityPin: '123456',
			muteMode: 'q&a',
			participants: '35, 37',
		},
	},
	items: [{ hostId: 52 }, { hostId: 53 }],
	outputs: [
		{
			conference_id: expect.any(Number),
			subject: 'Test Conference',
			agenda: 'An agenda',
			start: '2031-09-19 13:00:00',
			start_iso: '2031-09-19T13:00:00+01:00',
			end_time: '2031-09-19 14:00:00',
			end_time_iso: '2031-09-19T14:00:00+01:00',
			time_zone: 'Europe/London',
			duration: 60,
			active: false,
			room_url: expect.stringMatching(`^${baseUrl}/conf/call/\\d{9}$`),
			one_time_access_code: expect.any(Number),
			participants: [2052, 35, 37],
			moderators: [2052],
			recordings: [],
			is_streaming: false,
		},
	],
	error: refused('Recording feature not enabled'),
	calls: [52, 53].map((host_id) =>
		call('conference/create', {
			host_id,
			...sentMeeting,
			agenda: 'An agenda',
			auto_record: 'video',
			auto_stream: 'video',
			auto_transcribe: false,
			one_time_access_code: true,
			security_pin: '123456',
			mute_mode: 'q&a',
			participants: [35, 37],
		}),
	),
}));

describe('a new conference', () => {
	it('goes out with everything the handbook demands when only the appointment is given', async () => {
		const { calls, error } = await create({});
		expect(error).toBeUndefined();
		const demanded = { agenda: '', one_time_access_code: false, participants: [] };
		expect(calls).toEqual([
			call('conference/create', { host_id: 52, ...sentMeeting, ...demanded }),
		]);
	});

	it('invites by e-mail address, with moderators, instead of by contact', async () => {
		const people = [
			{ email: 'bob@example.com', moderator: true },
			{ email: 'alice@example.com', moderator: false },
		];
		const { calls, json } = await create({ participantEmails: { values: people } });
		expect(calls).toEqual([
			call('conference/create', {
				host_id: 52,
				...sentMeeting,
				agenda: '',
				one_time_access_code: false,
				participant_emails: people,
			}),
		]);
		expect(json).toMatchObject([{ moderators: [2052, expect.any(Number)] }]);
	});

	it.each([
		['2031-09-19T13:00:00Z', 'Asia/Tokyo', '2031-09-19 22:00:00'],
		['2031-01-07T12:00:00+01:00', 'US/Central', '2031-01-07 05:00:00'],
		['2031-01-07T12:00', 'US/Central', '2031-01-07 12:00:00'],
	])('that begins at %s in %s is sent as %s', async (start, timeZone, sent) => {
		const { calls } = await create({}, { start, timeZone });
		expect(calls).toMatchObject([{ body: { start: sent, time_zone: timeZone, duration: 60 } }]);
	});

	it.each([
		[
			{ autoRecord: 'audio', autoStream: 'video' },
			'"Auto Stream" is "video", but "Auto Record" is "audio"',
		],
		[{ securityPin: '123456' }, '"Security PIN" needs a one time access code'],
		[{ muteMode: 'silence' }, '"Mute Mode" is "silence"'],
		[{ participants: 'John' }, '"Participants" is "John"'],
	])('with %j is refused before anything is sent', async (additionalFields, message) => {
		const { calls, error } = await create(additionalFields);
		expect(error).toMatchObject({ message: `${message} [item 0]`, itemIndex: 0 });
		expect(calls).toEqual([]);
	});

	it('shows the PIN to nobody, not even when the vendor repeats it', async () => {
		const { run, control } = vivoMeetings();
		const body = { message: 'security_pin 48151623 is too easy' };
		await control.fault({ path: '*/conference/create', kind: 'status', status: 422, body });
		const additionalFields = { oneTimeAccessCode: true, securityPin: '={{ $json.pin }}' };
		const inputs = { hostId: '52', ...meeting, additionalFields };
		const { error, logs } = await run('conference.create', {
			inputs,
			items: [{ pin: '48151623' }],
		});
		expect(error?.message).toBe(
			'VivoMeetings did not accept the request: security_pin *** is too easy [item 0]',
		);
		expect(JSON.stringify([error, logs])).not.toContain('48151623');
	});
});
