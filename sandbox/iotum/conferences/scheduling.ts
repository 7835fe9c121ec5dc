import { Refusal } from '../errors';
import { now, type Platform } from '../platform';
import type { Host } from '../types';
import { requireTimeZone } from '../zones';
import { addConference, newAccessCode } from './conference';
import { requireFeatures } from './features';
import { invite, namesParticipants, type InvitationFields } from './invitations';
import { growSeries, readSchedule } from './series';
import { readStart } from './times';
import type { Conference, ConferenceSettings } from './types';

/** Fields of a scheduled conference as a request has them (section 8.1). */
export type ScheduleFields = Partial<Omit<ConferenceSettings, 'time_zone'>> &
	InvitationFields & {
		start?: string;
		time_zone?: string;
		one_time_access_code?: boolean;
		/** An RRULE (section Recurring Conferences). */
		schedule?: string;
	};

type NewConference = ScheduleFields &
	Required<Pick<ScheduleFields, 'subject' | 'agenda' | 'start' | 'duration'>> & {
		time_zone: string;
		one_time_access_code: boolean;
	};

/** Section 8.1. Own choice: at least one of the fields that name participants must be there. */
export function schedule(platform: Platform, host: Host, fields: NewConference): Conference {
	if (!namesParticipants(fields)) throw new Refusal(400, 'participants is required');
	const settings: ConferenceSettings = {
		auto_record: 'none',
		auto_stream: 'none',
		auto_transcribe: false,
		mute_mode: 'conversation',
		...settingsOf(fields),
		subject: fields.subject,
		agenda: fields.agenda,
		duration: fields.duration,
		time_zone: fields.time_zone,
	};
	const start = futureStart(platform, fields.start, settings);
	requireFeatures(platform, host, settings, fields.one_time_access_code);
	const rule = fields.schedule === undefined ? undefined : readSchedule(fields.schedule);
	const conference = addConference(platform, {
		hostId: host.id,
		settings,
		start,
		invitations: invite(platform, host, fields),
		oneTimeAccessCode: fields.one_time_access_code ? newAccessCode(platform) : undefined,
		broadcastState: fields.broadcast_stream_url === undefined ? null : 'NEW',
	});
	if (rule) {
		conference.series = { masterId: conference.id, index: 0, rule };
		growSeries(platform);
	}
	return conference;
}

/** Own choice: a conference whose end has passed cannot be scheduled. */
export function futureStart(
	platform: Platform,
	text: string,
	settings: ConferenceSettings,
): number {
	requireTimeZone(settings.time_zone);
	const start = readStart(text, settings.time_zone);
	if (start + settings.duration * 60_000 <= now(platform)) {
		throw new Refusal(422, 'start: the conference would be over already');
	}
	return start;
}

const SETTINGS = [
	'subject',
	'agenda',
	'time_zone',
	'duration',
	'auto_record',
	'auto_stream',
	'auto_transcribe',
	'host_initiated_recording',
	'secure_url',
	'security_pin',
	'mute_mode',
	'broadcast_stream_url',
	'disable_emails',
] as const;

export function settingsOf(fields: ScheduleFields): Partial<ConferenceSettings> {
	return Object.fromEntries(
		SETTINGS.flatMap((name) => (fields[name] === undefined ? [] : [[name, fields[name]]])),
	);
}
