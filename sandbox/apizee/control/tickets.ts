import type { FastifyInstance } from 'fastify';
import { Refusal } from '../errors';
import { FIXTURES } from '../fixtures';
import { now, type Platform } from '../platform';
import { announceTicket, changeTicket } from '../tickets/states';
import { addTicket, USUAL_LENGTH } from '../tickets/ticket';
import { TICKET_STATES, type Ticket, type TicketState } from '../tickets/types';
import type { GeographicPoint } from '../types';
import { amount, dateTime, id, milliseconds, object, point, text } from './schemas';
import type { TicketsRequest } from './ticketsClient';

const state = { enum: [...TICKET_STATES] };

/** Tickets and the invitations that went out. */
export function ticketControl(app: FastifyInstance, platform: Platform): void {
	app.post<{ Body: TicketsRequest }>(
		'/tickets',
		{
			schema: {
				body: object({
					count: amount,
					agentId: id,
					state,
					reference: text,
					name: text,
					phone: text,
					email: text,
					created: dateTime,
					start: dateTime,
					end: dateTime,
					geoloc: point,
					figures: object({
						calls: amount,
						seconds: amount,
						device: text,
						system: text,
						browser: text,
					}),
				}),
			},
		},
		async ({ body }) => {
			const tickets = addTickets(platform, body);
			for (const ticket of tickets) await announceTicket(platform, 'create', ticket);
			return tickets;
		},
	);
	app.get('/tickets', async () => [...platform.state.tickets.values()]);
	app.get<{ Params: { id: string } }>('/tickets/:id', async ({ params }) =>
		knownTicket(platform, params.id),
	);
	app.put<{ Params: { id: string }; Body: { state: TicketState; geoloc?: GeographicPoint } }>(
		'/tickets/:id/state',
		{ schema: { body: object({ state, geoloc: point }, ['state']) } },
		async ({ params, body }) => {
			const ticket = knownTicket(platform, params.id);
			await changeTicket(platform, ticket, body);
			return ticket;
		},
	);
	app.delete<{ Params: { id: string } }>('/tickets/:id', async ({ params }, reply) => {
		const ticket = knownTicket(platform, params.id);
		platform.state.tickets.delete(ticket.id);
		await announceTicket(platform, 'delete', ticket);
		return reply.code(204).send();
	});

	app.get('/invitations', async () => platform.state.invitations);
	app.delete('/invitations', async (_request, reply) => {
		platform.state.invitations = [];
		return reply.code(204).send();
	});
}

function addTickets(
	platform: Platform,
	{ count = 1, agentId = FIXTURES.agentId, ...request }: TicketsRequest,
): Ticket[] {
	const { created, start, end, email, phone, ...fields } = request;
	const last = milliseconds(created) ?? now(platform);
	const contact = { email, phone: phone ?? (email === undefined ? '+33612345678' : undefined) };
	return Array.from({ length: count }, (_, index) => {
		const moment = last - (count - 1 - index) * 60_000;
		const begun = milliseconds(start) ?? moment;
		return addTicket(platform, {
			...fields,
			...contact,
			agentId,
			created: moment,
			start: begun,
			end: milliseconds(end) ?? begun + USUAL_LENGTH,
		});
	});
}

function knownTicket(platform: Platform, ticketId: string): Ticket {
	const ticket = platform.state.tickets.get(Number(ticketId));
	if (!ticket) throw new Refusal(404, `There is no ticket ${ticketId}.`);
	return ticket;
}
