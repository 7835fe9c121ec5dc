import { requireEnterprise } from '../access/caller';
import { dayOrMoment, digits, flag, query, readMoment } from '../parameters';
import type { ApiModule, Platform } from '../platform';
import { statisticsRow } from '../tickets/statistics';
import { TICKET_STATES, type Ticket } from '../tickets/types';

interface EnterprisePath {
	Params: { enterpriseId: string };
}

/** Numbers about tickets. */
export const statisticsRoutes: ApiModule = (app, platform) => {
	/**
	 * Seed 003, "Get detailed ticket statistics for a given day". Own choices: all three parameters
	 * are required and JSON is the only format; a ticket belongs to the period of its start, whose
	 * end is excluded (the sample asks for one day as `since=2023-07-13&until=2023-07-14`).
	 */
	app.get<EnterprisePath & { Querystring: { format: string; since: string; until: string } }>(
		'/enterprises/:enterpriseId/tickets-stats',
		{
			schema: {
				querystring: query(
					{ format: { type: 'string', enum: ['JSON'] }, since: dayOrMoment, until: dayOrMoment },
					['format', 'since', 'until'],
				),
			},
		},
		async (request) => {
			const id = requireEnterprise(request, request.params.enterpriseId);
			const { since, until } = request.query;
			return startedWithin(platform, id, 'since', since, 'until', until).map((ticket) =>
				statisticsRow(platform, ticket),
			);
		},
	);

	/** The vendor's public reference names the parameters; own choice: the answer. */
	app.get<
		EnterprisePath & { Querystring: { startTime: string; endTime: string; userId?: string } }
	>(
		'/enterprises/:enterpriseId/tickets/report',
		{
			schema: {
				querystring: query(
					{
						startTime: dayOrMoment,
						endTime: dayOrMoment,
						userId: digits,
						groupId: digits,
						withTrashed: flag,
					},
					['startTime', 'endTime'],
				),
			},
		},
		async (request) => {
			const id = requireEnterprise(request, request.params.enterpriseId);
			const { startTime, endTime, userId } = request.query;
			const tickets = startedWithin(platform, id, 'startTime', startTime, 'endTime', endTime);
			return countByState(
				tickets.filter(({ agentId }) => userId === undefined || Number(userId) === agentId),
			);
		},
	);

	/** Own choice: the answer, of which nothing is known. */
	app.get<EnterprisePath>(
		'/enterprises/:enterpriseId/statistics',
		{ schema: { querystring: query({}) } },
		async (request) => {
			const id = requireEnterprise(request, request.params.enterpriseId);
			const { tickets, conferences, medias, users } = platform.state;
			const own = (items: Iterable<{ enterpriseId: number }>) =>
				[...items].filter(({ enterpriseId }) => enterpriseId === id).length;
			return {
				tickets: own(tickets.values()),
				conferences: own(conferences.values()),
				medias: own(medias.values()),
				users: own(users.values()),
			};
		},
	);
};

function startedWithin(
	{ state }: Platform,
	id: number,
	sinceName: string,
	since: string,
	untilName: string,
	until: string,
): Ticket[] {
	const zone = state.enterprises.get(id)?.timeZone;
	const from = readMoment(sinceName, since, zone);
	const before = readMoment(untilName, until, zone);
	return [...state.tickets.values()]
		.filter(({ enterpriseId, start }) => enterpriseId === id && start >= from && start < before)
		.sort((one, other) => one.start - other.start);
}

function countByState(tickets: Ticket[]): { total: number; states: Record<string, number> } {
	const states = Object.fromEntries(
		TICKET_STATES.map((state) => [state, tickets.filter((one) => one.state === state).length]),
	);
	return { total: tickets.length, states };
}
