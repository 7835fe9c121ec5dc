import type { Fields, Schema } from './brand';
import { anyText, boolean, email, id, list, mediaChoice, object, positive, text } from './fields';

// What both brands have in common (sections 6.7 to 8).

/** Seed 002, 8.1: `2020-09-19 13:00:00`, in the zone given beside it. */
export const start: Schema = {
	type: 'string',
	pattern: '^\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2}$',
};

const date: Schema = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' };

/** Checked by the endpoint, which has the vendor's own words for what is wrong. */
const anything: Schema = {};

export const scheduled: Fields = {
	subject: text,
	agenda: anyText,
	start,
	time_zone: text,
	duration: positive,
	one_time_access_code: boolean,
};

/** Section 8.1. Own choice: security_pin, which seed 004 does not call optional, is. */
export const scheduledOptions: Fields = {
	auto_record: mediaChoice,
	auto_stream: mediaChoice,
	auto_transcribe: boolean,
	security_pin: text,
	mute_mode: { enum: ['conversation', 'q&a', 'presentation'] },
	participants: anything,
	participant_emails: list(object({ email, moderator: boolean }, ['email'])),
	schedule: anyText,
};

/** Section 8.3 lists two fields of the answer among those of the request; they change nothing. */
export const updateOptions: Fields = { end_time: start, active: boolean };

export const oneConference: Fields = { conference_id: id };

export const period: Fields = { time_zone: text, start_date: date, end_date: date };

export const output = (...values: string[]): Schema => ({ enum: values });

export const conferenceAnswer = [
	'conference_id',
	'subject',
	'agenda',
	'start',
	'end_time',
	'active',
	'time_zone',
	'duration',
	'auto_record',
	'auto_stream',
	'auto_transcribe',
	'one_time_access_code',
	'security_pin',
	'mute_mode',
	'room_url',
	'recordings',
	'participants',
	'moderators',
	'is_streaming',
	'is_master',
	'master_id',
	'schedule',
];

/** Section 11.2 to 11.11. */
export const conferenceEvents = [
	'conference_start',
	'conference_end',
	'start_recording',
	'stop_recording',
	'start_streaming',
	'stop_streaming',
	'recording_ready',
	'transcription_ready',
	'enter_livestream',
	'leave_livestream',
];
