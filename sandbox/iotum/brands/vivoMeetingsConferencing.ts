import { ADMINISTRATORS, type Endpoints } from './brand';
import {
	conferenceAnswer,
	conferenceEvents,
	oneConference,
	output,
	period,
	scheduled,
	scheduledOptions,
	updateOptions,
} from './conferenceFields';
import { boolean, id, list, text } from './fields';

const roles = ADMINISTRATORS;
const answer = conferenceAnswer;

/**
 * Endpoints for conferences and recordings (seed 004): lists come whole, without a page. Own choice:
 * fields marked as unreleased are refused, except where a sample request has them.
 */
export const vivoMeetingsConferencing: Endpoints = {
	'host/conferences': {
		roles,
		required: { host_id: id },
		optional: { ...period, output: output('summary', 'detail') },
	},
	'host/cdrs': {
		roles,
		required: { host_id: id },
		optional: { ...period, conference_id: id },
	},
	'host/active_calls': { roles, required: { host_id: id }, optional: { time_zone: text } },

	'conference/create': {
		roles,
		answer,
		required: { host_id: id, ...scheduled },
		optional: scheduledOptions,
	},
	'conference/create/reservationless': {
		roles,
		answer,
		required: { host_id: id, one_time_access_code: boolean },
		optional: { waiting_room: boolean, secure_url: boolean },
	},
	'conference/update': {
		roles,
		answer,
		required: oneConference,
		optional: {
			...scheduled,
			...scheduledOptions,
			...updateOptions,
			// In the sample request only.
			disable_emails: list({
				enum: [
					'conference_invitations',
					'conference_reminders',
					'conference_summaries',
					'transcription_summaries',
				],
			}),
		},
	},
	'conference/fetch': { roles, required: oneConference },
	'conference/fetch_all': {
		roles,
		required: { host_id: id },
		optional: { output: output('detail') },
	},
	'conference/cancel': { roles, required: oneConference },
	'conference/end': { roles, required: oneConference },
	'conference/fetch_participant_details': { roles, required: oneConference },
	'conference/fetch_livestream_viewer_count': { roles, required: oneConference },
	'conference/stop_streaming': { roles, required: oneConference },
};

export const vivoMeetingsEvents = conferenceEvents;
