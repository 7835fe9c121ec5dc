import { now, type Platform } from '../platform';
import type { Host } from '../types';
import { minutesOf } from './attendance';
import { detailView } from './details';
import { heldFrom, heldUntil, isPast, listHorizon } from './moments';
import { growSeries } from './series';
import { localTime } from './times';
import type { Conference } from './types';

/** Section 8.5: active scheduled conferences, earliest first (own choice). */
export function comingConferences(platform: Platform, host: Host): Conference[] {
	growSeries(platform);
	const horizon = listHorizon(platform).toMillis();
	return conferencesOf(platform, host)
		.filter(({ scheduled, cancelled, start }) => scheduled && !cancelled && start <= horizon)
		.filter((conference) => !isPast(platform, conference))
		.sort((one, other) => one.start - other.start || one.id - other.id);
}

/**
 * Section 6.7: past conferences. Own choices: latest first; one that was cancelled is past from its
 * scheduled end.
 */
export function pastConferences(platform: Platform, host: Host): Conference[] {
	growSeries(platform);
	return conferencesOf(platform, host)
		.filter((conference) => isPast(platform, conference))
		.sort((one, other) => heldFrom(other) - heldFrom(one) || other.id - one.id);
}

/** Section 6.9: what the person is in at this moment. */
export function callsOf(platform: Platform, host: Host): Conference[] {
	const present = now(platform);
	return [...platform.state.conferences.values()].filter(({ attendees }) =>
		attendees.some(
			({ contactId, joined, left }) =>
				contactId === host.contactId && joined <= present && left === undefined,
		),
	);
}

export function summaryView(platform: Platform, conference: Conference, zone: string) {
	const minutes = conference.attendees.map((attendee) => minutesOf(platform, attendee));
	return {
		conference_id: conference.id,
		start_time: localTime(heldFrom(conference), zone),
		end_time: localTime(heldUntil(conference), zone),
		total_participants: conference.attendees.length,
		total_participant_minutes: minutes.reduce((sum, some) => sum + some, 0),
		meeting_summary_url: `${platform.urls['api']}/conf/summary/${conference.id}`,
	};
}

/** Section 6.7, Detail: unlike in section 8.4 `participants` is their number. */
export function activityView(
	platform: Platform,
	conference: Conference,
	host: Host,
	zone = conference.settings.time_zone,
) {
	const detail = detailView(platform, conference, host, zone);
	return {
		conference_id: detail.conference_id,
		subject: detail.subject,
		agenda: detail.agenda,
		start_time: detail.start_time,
		end_time: detail.end_time,
		day: detail.day,
		month: detail.month,
		year: detail.year,
		cancelled: detail.cancelled,
		participants: conference.attendees.length,
		live_wall_posts: detail.chat_messages,
		uploaded_documents: detail.uploaded_documents,
		recordings: detail.recordings,
	};
}

function conferencesOf({ state }: Platform, host: Host): Conference[] {
	return [...state.conferences.values()].filter(({ hostId }) => hostId === host.id);
}
