import type { FastifyInstance } from 'fastify';
import { addConference } from '../conferences/conference';
import { endConference, startConference } from '../conferences/lifecycle';
import type { Conference } from '../conferences/types';
import { Refusal } from '../errors';
import { FIXTURES } from '../fixtures';
import { now, type Platform } from '../platform';
import { nextUuid } from '../state';
import type { Session } from '../types';
import type { ConferencesRequest, SessionsRequest } from './conferencesClient';
import { amount, boolean, dateTime, id, milliseconds, object, text, texts } from './schemas';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Conferences and the sessions that were held. */
export function conferenceControl(app: FastifyInstance, platform: Platform): void {
	app.post<{ Body: ConferencesRequest }>(
		'/conferences',
		{
			schema: {
				body: object({
					count: amount,
					name: text,
					organizerId: id,
					participants: texts,
					start: dateTime,
					minutes: id,
					status: { enum: ['scheduled', 'ongoing', 'ended'] },
				}),
			},
		},
		async ({ body }) => addConferences(platform, body),
	);
	app.get('/conferences', async () => [...platform.state.conferences.values()]);
	app.get<{ Params: { id: string } }>('/conferences/:id', async ({ params }) =>
		knownConference(platform, params.id),
	);
	app.post<{ Params: { id: string } }>('/conferences/:id/start', async ({ params }) => {
		const conference = knownConference(platform, params.id);
		await startConference(platform, conference);
		return conference;
	});
	app.post<{ Params: { id: string }; Body: { participants?: number; recording?: boolean } }>(
		'/conferences/:id/end',
		{ schema: { body: object({ participants: amount, recording: boolean }) } },
		async ({ params, body }) => {
			const conference = knownConference(platform, params.id);
			await endConference(platform, conference, body);
			return conference;
		},
	);

	app.post<{ Body: SessionsRequest }>(
		'/sessions',
		{
			schema: {
				body: object({
					count: amount,
					serviceId: id,
					start: dateTime,
					minutes: id,
					participants: amount,
				}),
			},
		},
		async ({ body }) => addSessions(platform, body),
	);
	app.get('/sessions', async () => platform.state.sessions);
}

function addConferences(
	platform: Platform,
	{ count = 1, name = 'Consultation', status = 'scheduled', ...request }: ConferencesRequest,
): Conference[] {
	const { organizerId = FIXTURES.agentId, participants = ['customer@example.invalid'] } = request;
	const length = (request.minutes ?? 60) * MINUTE;
	const last =
		milliseconds(request.start) ?? now(platform) - (status === 'ended' ? length + HOUR : 0);
	return Array.from({ length: count }, (_, index) => {
		const start = last - (count - 1 - index) * HOUR;
		return addConference(platform, {
			name,
			organizerId,
			participants,
			start,
			end: start + length,
			...(status !== 'scheduled' && { startedAt: start }),
			...(status === 'ended' && { endedAt: Math.min(start + length, now(platform)) }),
		});
	});
}

function addSessions(platform: Platform, request: SessionsRequest): Session[] {
	const { count = 1, serviceId = FIXTURES.conferenceServiceId, minutes = 10 } = request;
	const { participants = 2 } = request;
	const service = platform.state.services.get(serviceId);
	if (!service) throw new Refusal(404, `There is no service ${serviceId}.`);
	const last = milliseconds(request.start) ?? now(platform) - HOUR;
	const added = Array.from({ length: count }, (_, index): Session => {
		const start = last - (count - 1 - index) * HOUR;
		return {
			id: nextUuid(platform.state, 'session').slice(0, -4),
			serviceId,
			start,
			end: start + minutes * MINUTE,
			participants,
			organizerId: FIXTURES.agentId,
			type: service.name === 'Conference' ? 'conference' : 'ticket',
		};
	});
	platform.state.sessions.push(...added);
	return added;
}

function knownConference(platform: Platform, conferenceId: string): Conference {
	const conference = platform.state.conferences.get(Number(conferenceId));
	if (!conference) throw new Refusal(404, `There is no conference ${conferenceId}.`);
	return conference;
}
