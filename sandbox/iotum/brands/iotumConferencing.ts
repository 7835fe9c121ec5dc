import { ADMINISTRATORS, RESELLER_ADMIN, type Endpoints } from './brand';
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
import { boolean, id, list, object, positive, text, url } from './fields';

const roles = ADMINISTRATORS;
const answer = [
	...conferenceAnswer,
	'moderator_token',
	'participant_emails',
	'broadcast_stream_url',
];

const options = {
	...scheduledOptions,
	secure_url: boolean,
	host_initiated_recording: boolean,
	participant_hosts: list(object({ host_id: id, moderator: boolean }, ['host_id'])),
	broadcast_stream_url: url,
};

const driveFile = { host_id: id, id };

/** Endpoints for conferences, recordings, the drive and chats (seed 002). */
export const iotumConferencing: Endpoints = {
	'host/conferences': {
		roles,
		required: { host_id: id },
		optional: { ...period, output: output('summary', 'detail'), page: text },
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
		optional: options,
	},
	'conference/create/reservationless': {
		roles,
		answer,
		required: { host_id: id, one_time_access_code: boolean },
		optional: { secure_url: boolean },
	},
	'conference/update': {
		roles,
		answer,
		required: oneConference,
		optional: { ...scheduled, ...scheduledOptions, ...updateOptions },
	},
	'conference/fetch': {
		roles,
		required: oneConference,
		optional: { output: output('detail') },
	},
	'conference/fetch_all': {
		roles,
		required: { host_id: id },
		optional: { output: output('detail'), page: text },
	},
	'conference/cancel': { roles, required: oneConference },
	'conference/end': { roles, required: oneConference },
	'conference/fetch_participant_details': { roles, required: oneConference },
	'conference/fetch_livestream_viewer_count': { roles, required: oneConference },
	'conference/stop_streaming': { roles, required: oneConference },
	'conference/dial_number': {
		roles,
		required: {
			...oneConference,
			country_code: { type: 'string', pattern: '^[A-Z]{2}$' },
			phone_number: { type: 'string', pattern: '^\\+?[1-9][0-9]{6,14}$' },
		},
		optional: { name: text, invitation_text: text },
	},
	'conference/message/create': { roles, required: { ...oneConference, message: text } },
	'conference/delete_recordings': { roles, required: oneConference },
	'conference/delete_transcriptions': { roles, required: oneConference },

	'drive/fetch_all': { roles, required: { host_id: id }, optional: { page: positive } },
	'drive/create': { roles, required: { host_id: id, filename: text } },
	'drive/file/fetch': { roles, required: driveFile },
	'drive/file/finish_upload': { roles, required: driveFile },
	'drive/file/delete': { roles, required: driveFile, status: 204 },

	'chat/create': {
		roles: RESELLER_ADMIN,
		required: { company_id: id, message: text },
		optional: { id, slug: text },
	},
};

/** The last one is named in seed 002, Schedule Conference. */
export const iotumEvents = [...conferenceEvents, 'one_time_access_code_reused'];
