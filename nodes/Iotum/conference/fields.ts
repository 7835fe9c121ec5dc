import type { IDataObject } from 'n8n-workflow';

import { choice, flag, whole } from '../../kit/choice';
import { wallText } from '../../kit/clock';
import { refusal } from '../../kit/error';
import { text } from '../../kit/field';
import { isRecord, without } from '../../kit/record';
import { moment, wallTime, withIso, type Moment } from '../../kit/wallTime';
import { zone } from '../../kit/zone';
import { moderators, numbers, timeZone } from '../fields';
import { autoRecord, autoStream, checkFormats } from '../media';
import { recurrenceFields, scheduleOf } from '../schedule/recurrence';

const START = {
	description:
		'Wall time in the time zone below; a value with an offset, such as one that ends in Z, is converted to it',
};

const DURATION = { default: 60, minimum: 1, description: 'How long it is scheduled to last' };

export const appointment = {
	start: moment('Start', { required: true, ...START }),
	timeZone: zone('Time Zone Name or ID', { required: true }),
	duration: whole('Duration (Minutes)', DURATION),
};

export const changedAppointment = {
	start: moment('Start', START),
	timeZone,
	duration: whole('Duration (Minutes)', DURATION),
};

const MUTE_MODES = {
	conversation: 'Conversation',
	'q&a': 'Q&A',
	presentation: 'Presentation',
};

/** What may be said of a conference at any time. Source: seed 002, "Schedule Conference". */
export const details = {
	agenda: text('Agenda'),
	autoRecord,
	autoStream,
	autoTranscribe: flag('Auto Transcribe', true, 'Whether recordings are transcribed by themselves'),
	muteMode: choice('Mute Mode', MUTE_MODES, {
		default: 'conversation',
		description: 'Who may speak: everybody, everybody after unmuting, or only the moderators',
	}),
	oneTimeAccessCode: flag(
		'One Time Access Code',
		true,
		'Whether the conference gets an access code of its own, which works for about three days after it',
	),
	...moderators,
	participants: numbers('Participants', {
		description: 'The IDs of contacts of the host, separated by commas',
		placeholder: 'e.g. 35, 37',
	}),
	securityPin: text('Security PIN', {
		password: true,
		description: 'What participants enter beside a one time access code',
		check: checkPin,
	}),
	...recurrenceFields,
};

function checkPin(label: string, value: string): void {
	if (/^\d+$/.test(value)) return;
	throw refusal(label, 'has other signs than digits', 'Enter digits alone, such as 123456');
}

interface ConferenceDetails {
	autoRecord?: string;
	autoStream?: string;
	oneTimeAccessCode?: boolean;
	securityPin?: string;
}

type Details = ConferenceDetails & Parameters<typeof scheduleOf>[0];

/** The details as they are sent. Throws a refusal when they contradict each other. */
export function conferenceDetails<D extends Details>(values: D): object {
	const others = without(values, 'recurrence', 'schedule', 'recurrencePattern');
	checkFormats(values);
	const filled = Object.entries(others).filter(([, value]) => !isEmpty(value));
	return { ...Object.fromEntries(filled), schedule: scheduleOf(values) };
}

const isEmpty = (value: unknown) =>
	value === undefined || (Array.isArray(value) && value.length === 0);

/** What the request holds and messages must not show. */
export const pinOf = ({ securityPin }: ConferenceDetails) =>
	securityPin === undefined ? [] : [securityPin];

/** Refuses a PIN without a code of its own, as the vendor does. */
export function checkSecurityPin(
	{ securityPin, oneTimeAccessCode }: ConferenceDetails,
	hasCode: boolean,
): void {
	if (securityPin === undefined || (oneTimeAccessCode ?? hasCode)) return;
	const problem = 'needs a one time access code';
	throw refusal('Security PIN', problem, 'Add "One Time Access Code", or remove the PIN');
}

/** The start as the vendor takes it, by the wall clock of the time zone. */
export const startIn = (start: Moment, zone: string): string => wallText(wallTime(start, zone));

/** The times of a conference as ISO 8601 beside the vendor's texts, its recordings' included. */
export function timed(conference: IDataObject): IDataObject {
	const { time_zone: zone, recordings } = conference;
	return {
		...withIso(conference, ['start', 'start_time', 'end_time'], zone),
		...(Array.isArray(recordings) && {
			recordings: recordings
				.filter(isRecord)
				.map((recording) => withIso(recording, ['start_time', 'end_time'], zone)),
		}),
	};
}

/** The entries that matter most; the token that makes its holder a moderator is not among them. */
export const SIMPLE = [
	'conference_id',
	'subject',
	'agenda',
	'start',
	'start_iso',
	'start_time',
	'start_time_iso',
	'end_time',
	'end_time_iso',
	'time_zone',
	'duration',
	'active',
	'cancelled',
	'room_url',
	'one_time_access_code',
	'participants',
	'moderators',
	'recordings',
	'chat_messages',
	'uploaded_documents',
	'is_streaming',
	'is_master',
	'master_id',
	'schedule',
];
