import { Refusal } from '../errors';
import { now, type Platform } from '../platform';
import { announce } from '../webhooks/events';
import type { Delivery } from '../../delivery';
import type { Ticket, TicketState } from './types';

/**
 * Own choice, after the short descriptions in the vendor's public reference: `closed` is final, and
 * what ended without a session can only be closed.
 */
const NEXT: Record<TicketState, readonly TicketState[]> = {
	new: ['open', 'invited', 'inprogress', 'done', 'closed', 'rejected', 'expired', 'cancelled'],
	open: ['invited', 'inprogress', 'done', 'closed', 'rejected', 'expired', 'cancelled'],
	invited: ['open', 'inprogress', 'done', 'closed', 'declined', 'expired', 'cancelled'],
	inprogress: ['open', 'done', 'closed', 'cancelled'],
	done: ['open', 'closed'],
	closed: [],
	rejected: ['closed'],
	declined: ['closed'],
	expired: ['closed'],
	cancelled: ['closed'],
};

/** @throws Refusal 422 when the state cannot follow the present one; the same state can */
export function requireNext(ticket: Ticket, state: TicketState): void {
	if (ticket.state === state || NEXT[ticket.state].includes(state)) return;
	throw new Refusal(422, `A ticket in the state ${ticket.state} cannot become ${state}.`);
}

/** Changes a ticket and tells the webhooks. Own choice: reaching `done` sets its end. */
export async function changeTicket(
	platform: Platform,
	ticket: Ticket,
	change: Partial<Ticket>,
): Promise<Delivery[]> {
	const finished = change.state === 'done' && ticket.state !== 'done';
	const present = now(platform);
	Object.assign(ticket, change, finished ? { end: present } : {}, { modified: present });
	return announceTicket(platform, 'update', ticket);
}

/** The vendor's public page on webhooks: a ticket's props are its state and its position. */
export async function announceTicket(
	platform: Platform,
	event: 'create' | 'update' | 'delete',
	{ id, state, geoloc }: Ticket,
): Promise<Delivery[]> {
	const props = { state, ...(geoloc && { geoloc }) };
	return announce(platform, { event, object: 'ticket', objectId: id, props });
}
