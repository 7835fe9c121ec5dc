import { idOf } from '../../ids';
import { caller, requireEnterprise, requireOwn } from '../access/caller';
import { Refusal } from '../errors';
import { invite } from '../invitations';
import { listAnswer, ordered, ordering, pageOf, paging } from '../lists';
import type { OrderQuery, PagingQuery } from '../lists';
import { ticketMedia } from '../media/medias';
import { anyText, isTrue, listed, query, scope } from '../parameters';
import { now, type ApiModule } from '../platform';
import { creation, readState, ticketFields, update, type TicketQuery } from '../tickets/parameters';
import { announceTicket, changeTicket, requireNext } from '../tickets/states';
import { addTicket, fullTicket, listedTicket, USUAL_LENGTH } from '../tickets/ticket';

interface TicketPath {
	id: string;
}

/** Seed 003, Get a "video assistance" room. */
export const ticketRoutes: ApiModule = (app, platform, version) => {
	const find = (id: string) => platform.state.tickets.get(idOf(id));

	/** Own choices: 200, and without an invitation the state `new`. */
	app.post<{ Querystring: TicketQuery }>(
		'/tickets',
		{ schema: { querystring: creation } },
		async (request) => {
			const { query } = request;
			const { id, enterpriseId } = caller(request);
			const receivers = [...listed(query.phone), ...listed(query.email)];
			if (receivers.length === 0) throw new Refusal(400, 'email or phone is required');
			const start = now(platform);
			const fields = ticketFields(platform, enterpriseId, query, {
				start,
				end: start + USUAL_LENGTH,
			});
			const invited = isTrue(query['invite'], false);
			const ticket = addTicket(platform, {
				agentId: id,
				...fields,
				state: invited ? 'invited' : 'new',
			});
			void announceTicket(platform, 'create', ticket);
			if (invited) void invite(platform, 'ticket', ticket.id, receivers);
			return fullTicket(platform, ticket, query['scope'] === 'sso');
		},
	);

	app.get<{ Querystring: PagingQuery & OrderQuery & { reference?: string } }>(
		'/tickets',
		{ schema: { querystring: query({ ...paging, ...ordering, reference: anyText }) } },
		async (request) => {
			const { enterpriseId } = caller(request);
			const { reference } = request.query;
			const found = [...platform.state.tickets.values()].filter(
				(ticket) =>
					ticket.enterpriseId === enterpriseId &&
					(reference === undefined || ticket.reference === reference),
			);
			const tickets = ordered(found, request.query, ({ created }) => created);
			return listAnswer(version, tickets, request.query, (ticket) =>
				listedTicket(platform, ticket),
			);
		},
	);

	app.get<{ Params: TicketPath; Querystring: { scope?: string } }>(
		'/tickets/:id',
		{ schema: { querystring: query({ scope }) } },
		async (request) => {
			const ticket = requireOwn(request, find(request.params.id), 'ticket');
			return fullTicket(platform, ticket, request.query.scope === 'sso');
		},
	);

	/** Own choice: the parameters of POST, and `state`; what is left out stays. */
	app.put<{ Params: TicketPath; Querystring: TicketQuery }>(
		'/tickets/:id',
		{ schema: { querystring: update } },
		async (request) => {
			const { query } = request;
			const ticket = requireOwn(request, find(request.params.id), 'ticket');
			const { parameters, ...fields } = ticketFields(platform, ticket.enterpriseId, query, ticket);
			const next = readState(query['state']) ?? ticket.state;
			requireNext(ticket, next);
			const all = { ...ticket.parameters, ...parameters };
			void changeTicket(platform, ticket, { ...fields, parameters: all, state: next });
			return fullTicket(platform, ticket, query['scope'] === 'sso');
		},
	);

	app.delete<{ Params: TicketPath }>(
		'/tickets/:id',
		{ schema: { querystring: query({}) } },
		async (request, reply) => {
			const ticket = requireOwn(request, find(request.params.id), 'ticket');
			platform.state.tickets.delete(ticket.id);
			void announceTicket(platform, 'delete', ticket);
			return reply.code(204).send();
		},
	);

	/** "Get the recorded media for a given ticket". Own choice: latest first, as in the sample. */
	app.get<{
		Params: { enterpriseId: string; id: string };
		Querystring: PagingQuery & { status?: string };
	}>(
		'/enterprises/:enterpriseId/tickets/:id/medias',
		{ schema: { querystring: query({ ...paging, status: anyText }) } },
		async (request) => {
			requireEnterprise(request, request.params.enterpriseId);
			const ticket = requireOwn(request, find(request.params.id), 'ticket');
			const statuses = listed(request.query.status ?? 'completed');
			const found = [...platform.state.medias.values()].filter(
				({ ticketId, status }) => ticketId === ticket.id && statuses.includes(status),
			);
			const medias = ordered(found, {}, ({ created }) => created);
			const { limit, offset, shown } = pageOf(medias, request.query);
			const { ticketMediaCount } = platform.state.settings;
			return {
				limit,
				offset,
				medias: shown.map((media) => ticketMedia(platform, media)),
				count: ticketMediaCount === 'all' ? medias.length : shown.length,
			};
		},
	);
};
