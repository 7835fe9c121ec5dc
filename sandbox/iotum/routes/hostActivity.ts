import type { FastifyInstance } from 'fastify';
import { minutesOf } from '../conferences/attendance';
import { activityView, callsOf, pastConferences, summaryView } from '../conferences/listed';
import { listAnswer } from '../conferences/lists';
import { heldFrom } from '../conferences/moments';
import { dateTest, localTime, type DateFilter } from '../conferences/times';
import { endpoint } from '../endpoint';
import type { Platform } from '../platform';
import { findHost } from '../access/scope';
import { requireTimeZone } from '../zones';

/** Section 6.8: "Only the first 100 records will be returned". */
const MOST_RECORDS = 100;

/** Section 6.7 to 6.9: what a host has held and is holding. */
export function hostActivityRoutes(app: FastifyInstance, platform: Platform): void {
	endpoint<DateFilter & { host_id: number; output?: 'summary' | 'detail'; page?: string }>(
		app,
		platform,
		'host/conferences',
		({ body, caller }) => {
			const { host_id, output = 'summary', time_zone = 'UTC', start_date, end_date } = body;
			const host = findHost(platform, caller, host_id);
			const within = dateTest(body);
			const listed = pastConferences(platform, host)
				.filter((conference) => within(heldFrom(conference)))
				.map((conference) =>
					output === 'detail'
						? activityView(platform, conference, host, time_zone)
						: summaryView(platform, conference, time_zone),
				);
			const list = { host_id, output, time_zone, start_date, end_date };
			return listAnswer(platform, 'host/conferences', list, listed, body.page);
		},
	);

	/**
	 * Own choices: call records of conferences that are not over are there too; the first ones are
	 * the earliest; `conference_id` may be one of the host's conferences only.
	 */
	endpoint<DateFilter & { host_id: number; conference_id?: number }>(
		app,
		platform,
		'host/cdrs',
		({ body, caller }) => {
			const host = findHost(platform, caller, body.host_id);
			const within = dateTest(body);
			const { conference_id, time_zone = 'UTC' } = body;
			const time = (moment: number | undefined) =>
				moment === undefined ? null : localTime(moment, time_zone);
			return [...platform.state.conferences.values()]
				.filter(({ id, hostId }) => hostId === host.id && (conference_id ?? id) === id)
				.flatMap(({ id, attendees }) => attendees.map((attendee) => ({ id, attendee })))
				.filter(({ attendee }) => within(attendee.joined))
				.sort((one, other) => one.attendee.joined - other.attendee.joined)
				.slice(0, MOST_RECORDS)
				.map(({ id, attendee }) => ({
					id: attendee.cdrId,
					conference_id: id,
					host_id: host.id,
					host_name: host.settings.name,
					host_email: host.settings.email,
					start_time: time(attendee.joined),
					end_time: time(attendee.left),
					participant_id: attendee.participantId,
					participant_name: attendee.name,
					participant_email: attendee.email,
					from: attendee.from,
					to: attendee.to,
					minutes: minutesOf(platform, attendee),
				}));
		},
	);

	endpoint<{ host_id: number; time_zone?: string }>(
		app,
		platform,
		'host/active_calls',
		({ body, caller }) => {
			const host = findHost(platform, caller, body.host_id);
			const { time_zone = 'UTC' } = body;
			requireTimeZone(time_zone);
			return callsOf(platform, host).map((conference) => ({
				conference_id: conference.id,
				subject: conference.settings.subject,
				agenda: conference.settings.agenda,
				start_time: localTime(heldFrom(conference), time_zone),
			}));
		},
	);
}
