import type { ControlCall } from '../../control';
import type { CallFigures, Ticket, TicketState } from '../tickets/types';
import type { GeographicPoint, Invitation } from '../types';

export interface TicketsRequest {
	/** 1 by default; several are a minute apart, and the last is the newest. */
	count?: number;
	/** The agent of the fixtures by default. */
	agentId?: number;
	/** `new` by default. */
	state?: TicketState;
	reference?: string;
	name?: string;
	/** `+33612345678` by default, unless there is an e-mail address. */
	phone?: string;
	email?: string;
	/** ISO 8601; the last ticket is created then, now by default. */
	created?: string;
	/** ISO 8601; when the ticket is created by default. */
	start?: string;
	/** ISO 8601; half an hour after the start by default. */
	end?: string;
	geoloc?: GeographicPoint;
	figures?: Partial<CallFigures>;
}

/** What tests and demos do to tickets, beside using the API. Moments are milliseconds. */
export interface TicketsControl {
	/** Adds tickets and tells the webhooks. */
	addTickets(request?: TicketsRequest): Promise<Ticket[]>;
	tickets(): Promise<Ticket[]>;
	/** With the parameters it was created with under guessed names. */
	ticket(ticketId: number): Promise<Ticket>;
	/** Any state may follow any other; tells the webhooks. */
	setTicketState(
		ticketId: number,
		state: TicketState,
		options?: { geoloc?: GeographicPoint },
	): Promise<Ticket>;
	deleteTicket(ticketId: number): Promise<void>;
	/** Invitations the vendor would have sent, of tickets and conferences, oldest first. */
	invitations(): Promise<Invitation[]>;
	clearInvitations(): Promise<void>;
}

export function ticketsControlClient(call: ControlCall, root: string): TicketsControl {
	return {
		addTickets: (body = {}) => call('POST', `${root}/tickets`, { body }),
		tickets: () => call('GET', `${root}/tickets`),
		ticket: (id) => call('GET', `${root}/tickets/${id}`),
		setTicketState: (id, state, options) =>
			call('PUT', `${root}/tickets/${id}/state`, { body: { state, ...options } }),
		deleteTicket: (id) => call('DELETE', `${root}/tickets/${id}`),
		invitations: () => call('GET', `${root}/invitations`),
		clearInvitations: () => call('DELETE', `${root}/invitations`),
	};
}
