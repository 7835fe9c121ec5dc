import { scheduled } from './conferenceInputs';
import { failure } from './failures';
import { posted } from './requests';
import { useIotum } from './setup';
import { secondOfTwoItemsFails } from './twoItems';

const iotum = useIotum();
const FETCH = 'conference/fetch';
const UPDATE = 'conference/update';

secondOfTwoItemsFails('conference.update', iotum, async (setup) => {
	await setup.control.reset();
	await setup.vendor.acceptPartialUpdates(true);
	const id = await scheduled(iotum());
	return {
		inputs: {
			conferenceId: '={{ $json.id }}',
			updateFields: {
				subject: 'Loans',
				agenda: 'An agenda',
				start: '2026-07-06T09:00:00Z',
				timeZone: 'Europe/Berlin',
				duration: 30,
				autoRecord: 'audio',
				autoStream: 'audio',
				autoTranscribe: false,
				oneTimeAccessCode: true,
				securityPin: '123456',
				muteMode: 'presentation',
				participantEmails: { values: [{ email: 'john@customer.example', moderator: true }] },
			},
		},
		items: [{ id }, { id: 999 }],
		outputs: [
			{
				conference_id: id,
				subject: 'Loans',
				agenda: 'An agenda',
				start: '2026-07-06 11:00:00',
				start_iso: '2026-07-06T11:00:00+02:00',
				end_time: '2026-07-06 11:30:00',
				end_time_iso: '2026-07-06T11:30:00+02:00',
				time_zone: 'Europe/Berlin',
				duration: 30,
				active: false,
				room_url: expect.stringMatching(/\/conf\/call\/\d+$/),
				one_time_access_code: expect.any(Number),
				participants: [2052, 35],
				moderators: [2052, 35],
				recordings: [],
				is_streaming: false,
			},
		],
		error: failure(setup, 404, FETCH, 'No conference 999'),
		requests: [
			posted(FETCH, { conference_id: id }),
			posted(UPDATE, {
				conference_id: id,
				subject: 'Loans',
				agenda: 'An agenda',
				start: '2026-07-06 11:00:00',
				time_zone: 'Europe/Berlin',
				duration: 30,
				auto_record: 'audio',
				auto_stream: 'audio',
				auto_transcribe: false,
				one_time_access_code: true,
				security_pin: '123456',
				mute_mode: 'presentation',
				participant_emails: [{ email: 'john@customer.example', moderator: true }],
			}),
			posted(FETCH, { conference_id: 999 }),
		],
	};
});
