import type { INodeParameters } from 'n8n-workflow';

import { useVivoMeetings } from '../Iotum/setup';
import { call, runWithCalls } from './calls';
import { refused, secondOfTwoItemsFails, unknown } from './twoItems';

const vivoMeetings = useVivoMeetings();

const fetched = (conference_id: number) => call('conference/fetch', { conference_id });

const update = async (updateFields: INodeParameters) =>
	await runWithCalls(vivoMeetings(), 'conference.update', {
		inputs: { conferenceId: '185', updateFields },
	});

const CHANGES = {
	subject: 'Changed',
	agenda: 'Another agenda',
	start: '2031-09-19T13:00:00',
	timeZone: 'Europe/London',
	duration: 30,
	autoRecord: 'audio',
	autoStream: 'none',
	autoTranscribe: true,
	oneTimeAccessCode: true,
	securityPin: '123456',
	muteMode: 'presentation',
	participants: [35, 37],
	disableConferenceEmails: ['conference_reminders', 'transcription_summaries'],
};

const SENT_CHANGES = {
	subject: 'Changed',
	agenda: 'Another agenda',
	start: '2031-09-19 13:00:00',
	time_zone: 'Europe/London',
	duration: 30,
	auto_record: 'audio',
	auto_stream: 'none',
	auto_transcribe: true,
	one_time_access_code: true,
	security_pin: '123456',
	mute_mode: 'presentation',
	participants: [35, 37],
	disable_emails: ['conference_reminders', 'transcription_summaries'],
};

secondOfTwoItemsFails('conference.update', vivoMeetings, () => ({
	inputs: { conferenceId: '={{ $json.conferenceId }}', updateFields: CHANGES },
	items: [{ conferenceId: 185 }, { conferenceId: 183 }],
	outputs: [
		expect.objectContaining({
			conference_id: 185,
			subject: 'Changed',
			start_iso: '2031-09-19T13:00:00+01:00',
			end_time_iso: '2031-09-19T13:30:00+01:00',
			one_time_access_code: expect.any(Number),
			participants: [2052, 35, 37],
		}),
	],
	error: refused('The conference is over'),
	calls: [185, 183].flatMap((conference_id) => [
		fetched(conference_id),
		call('conference/update', { conference_id, ...SENT_CHANGES }),
	]),
}));

describe('an update of a conference', () => {
	it.each([
		['duration', 45, { duration: 45 }],
		['autoTranscribe', false, { auto_transcribe: false }],
		[
			'disableConferenceEmails',
			'={{ ["conference_invitations", "conference_summaries"] }}',
			{ disable_emails: ['conference_invitations', 'conference_summaries'] },
		],
		[
			'participantEmails',
			{ values: [{ email: 'bob@example.com', moderator: true }] },
			{ participant_emails: [{ email: 'bob@example.com', moderator: true }] },
		],
	])('sends %s alone when the vendor takes that', async (field, value, sent) => {
		await vivoMeetings().vendor.acceptPartialUpdates(true);
		const { calls, error } = await update({ [field]: value });
		expect(error).toBeUndefined();
		expect(calls).toEqual([
			fetched(185),
			call('conference/update', { conference_id: 185, ...sent }),
		]);
	});

	it('sends what stays as it is as well to a vendor that demands all of it', async () => {
		const { calls, error } = await update({ duration: 45 });
		expect(error).toBeUndefined();
		const [, partial, whole] = calls;
		expect(calls).toHaveLength(3);
		expect(partial).toEqual(call('conference/update', { conference_id: 185, duration: 45 }));
		expect(whole).toEqual(
			call('conference/update', {
				conference_id: 185,
				subject: 'Investment advice',
				agenda: 'What to do with the savings',
				start: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:00:00$/),
				time_zone: 'UTC',
				duration: 45,
				one_time_access_code: false,
			}),
		);
		const { settings } = await vivoMeetings().vendor.conference(185);
		expect(settings).toMatchObject({ subject: 'Investment advice', duration: 45 });
	});

	it('names e-mails of the handbook only', async () => {
		const { calls, error } = await update({ disableConferenceEmails: '={{ ["newsletters"] }}' });
		expect(error).toMatchObject({
			message: '"Disable Conference Emails" contains "newsletters" [item 0]',
			description:
				'Use one or more of: conference_invitations, conference_reminders, conference_summaries, transcription_summaries.',
		});
		expect(calls).toEqual([]);
	});
});

secondOfTwoItemsFails('conference.cancel', vivoMeetings, () => ({
	inputs: { conferenceId: '={{ $json.conferenceId }}' },
	items: [{ conferenceId: 185 }, { conferenceId: 999 }],
	outputs: [{ success: true, conferenceId: 185 }],
	error: unknown('No conference 999'),
	calls: [
		fetched(185),
		call('conference/cancel', { conference_id: 185 }),
		call('conference/fetch', { conference_id: 999 }),
	],
}));
