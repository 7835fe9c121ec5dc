import { DateTime } from 'luxon';
import { caller } from '../access/caller';
import { Refusal } from '../errors';
import { pageOf, paging, type PagingQuery } from '../lists';
import { dayOrMoment, query, readMoment, text } from '../parameters';
import { now, stamp, type ApiModule, type Platform } from '../platform';
import { userOf } from '../tickets/ticket';
import type { Session } from '../types';

/** Seed 003, Get statistics: they are updated five minutes after a session's end. */
const DELAY = 5 * 60_000;

const DAY_ONLY = /^\d{4}-\d{2}-\d{2}$/;

interface SessionQuery extends PagingQuery {
	service_key?: string;
	since?: string;
	until?: string;
}

/**
 * Seed 003, Get statistics. Own choices: without `since` and `until` the present day; both are
 * compared with the start and belong to the period, so that a day as `until` lasts to its end; a
 * page has ten sessions, the earliest first.
 */
export const sessionRoutes: ApiModule = (app, platform) => {
	app.get<{ Querystring: SessionQuery }>(
		'/session',
		{
			schema: {
				querystring: query({
					...paging,
					service_key: text,
					since: dayOrMoment,
					until: dayOrMoment,
				}),
			},
		},
		async (request) => {
			const { state } = platform;
			const { enterpriseId } = caller(request);
			const { service_key } = request.query;
			const { since, until } = period(platform, request.query);
			const services = [...state.services.values()].filter(
				(service) =>
					service.enterpriseId === enterpriseId && (service_key ?? service.key) === service.key,
			);
			if (services.length === 0) throw new Refusal(404, 'No service has this service_key.');
			const sessions = state.sessions
				.filter(
					({ serviceId, start, end }) =>
						services.some(({ id }) => id === serviceId) &&
						start >= since &&
						start <= until &&
						end + DELAY <= now(platform),
				)
				.sort((one, other) => one.start - other.start);
			return {
				total: sessions.length,
				since: stamp(since),
				until: stamp(until),
				data: pageOf(sessions, request.query).shown.map((session) => view(platform, session)),
			};
		},
	);
};

function period(platform: Platform, given: SessionQuery): { since: number; until: number } {
	const today = DateTime.fromMillis(now(platform), { zone: 'utc' });
	const since =
		given.since === undefined ? today.startOf('day').toMillis() : readMoment('since', given.since);
	const until =
		given.until === undefined ? today.endOf('day').toMillis() : readMoment('until', given.until);
	const lasting = given.until !== undefined && DAY_ONLY.test(given.until);
	return { since, until: lasting ? until + 86_399_999 : until };
}

function view(platform: Platform, session: Session): object {
	const { state } = platform;
	const { id, start, end, participants, type } = session;
	const organizer = userOf(platform, session.organizerId);
	const service = state.services.get(session.serviceId);
	const enterprise = state.enterprises.get(organizer.enterpriseId);
	return {
		id,
		start_time: stamp(start),
		end_time: stamp(end),
		// Own choice: begun minutes of all participants together and a minute more.
		billing_duration: Math.ceil((end - start) / 60_000) * participants + 1,
		total_participant_count: participants,
		organizer: { id: organizer.id, name: organizer.name },
		enterprise: { id: enterprise?.id, name: enterprise?.name },
		service: { id: service?.id, key: service?.key, name: service?.name },
		type,
	};
}
