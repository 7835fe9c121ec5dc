import { Refusal } from '../errors';
import { now, stamp, type Platform } from '../platform';
import { signedText } from '../access/tokens';
import { nextNumber, nextUuid } from '../state';
import type { Service, User } from '../types';
import type { CallFigures, Ticket } from './types';

/** The vendor's public reference: a ticket lasts 30 minutes. */
export const USUAL_LENGTH = 30 * 60_000;

/** Valid for five minutes, as the token in seed 003's `sso_url` is. */
const SSO_SECONDS = 300;

export type NewTicket = Partial<Omit<Ticket, 'figures'>> &
	Pick<Ticket, 'agentId'> & { figures?: Partial<CallFigures> };

/** Adds a ticket without telling anyone. Own choice: it belongs to its agent's enterprise. */
export function addTicket(platform: Platform, { figures, ...fields }: NewTicket): Ticket {
	const { state } = platform;
	const enterpriseId = userOf(platform, fields.agentId).enterpriseId;
	const created = fields.created ?? now(platform);
	const start = fields.start ?? created;
	const ticket: Ticket = {
		id: fields.id ?? nextNumber(state, 'ticket'),
		enterpriseId,
		serviceId: serviceOf(platform, enterpriseId, 'Tickets').id,
		state: 'new',
		reference: null,
		name: null,
		subject: null,
		type: '',
		description: null,
		created,
		modified: created,
		start,
		end: start + USUAL_LENGTH,
		roomKey: nextUuid(state, 'room').slice(0, -4),
		roomPassword: String(100_000 + (nextNumber(state, 'room password') % 900_000)),
		parameters: {},
		...fields,
		figures: {
			calls: 0,
			seconds: 0,
			device: 'K',
			system: 'Android 10',
			browser: 'Chrome 114.0.0.0',
			...figures,
		},
	};
	state.tickets.set(ticket.id, ticket);
	return ticket;
}

export function userOf({ state }: Platform, id: number): User {
	const user = state.users.get(id);
	if (!user) throw new Refusal(404, `There is no user ${id}.`);
	return user;
}

/** A user of an enterprise by login, or by number as the public reference allows. */
export function findUser(
	{ state }: Platform,
	enterpriseId: number,
	login: string,
): User | undefined {
	return [...state.users.values()].find(
		(user) =>
			user.enterpriseId === enterpriseId &&
			(user.username.toLowerCase() === login.toLowerCase() || String(user.id) === login),
	);
}

export function serviceOf(
	{ state }: Platform,
	enterpriseId: number,
	name: 'Tickets' | 'Conference',
): Service {
	const service = [...state.services.values()].find(
		(candidate) => candidate.enterpriseId === enterpriseId && candidate.name === name,
	);
	if (!service) throw new Error(`Enterprise ${enterpriseId} has no service ${name}.`);
	return service;
}

/** A ticket as seed 003's list of tickets shows it. */
export function listedTicket(platform: Platform, ticket: Ticket): object {
	const { id, state, reference, subject, type, description, email, phone, geoloc } = ticket;
	const { roomKey, roomPassword } = ticket;
	return {
		id,
		state,
		reference,
		created: stamp(ticket.created),
		modified: stamp(ticket.modified),
		start_time: stamp(ticket.start),
		end_time: stamp(ticket.end),
		subject,
		type,
		description,
		agent: userOf(platform, ticket.agentId).username,
		requestor_url: `${platform.urls['api']}/diag?convId=${roomKey}&pwd=${roomPassword}`,
		requestor: { ...(phone && { phone }), ...(email && { email }) },
		information_page_url: `${platform.urls['api']}/information/${roomKey.slice(0, 10)}`,
		...(geoloc && { geoloc }),
		service_key: platform.state.services.get(ticket.serviceId)?.key ?? '',
	};
}

/**
 * A ticket as seed 003's answer of POST /tickets shows it; own choice: also of GET and PUT of one
 * ticket. `sso_url` is there only when the scope `sso` was asked for.
 */
export function fullTicket(platform: Platform, ticket: Ticket, sso: boolean): object {
	const portal = platform.urls['api'];
	const agent = userOf(platform, ticket.agentId);
	return {
		...listedTicket(platform, ticket),
		agent_url: portal,
		...(sso && {
			sso_url: `${portal}?access_token=${signedText(platform, agent, SSO_SECONDS, true)}`,
		}),
		status: ticket.state,
		name: ticket.name,
		button_id: ticket.serviceId % 1000,
	};
}
