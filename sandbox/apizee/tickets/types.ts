import type { GeographicPoint } from '../types';

/** The vendor's public reference, ticket management. */
export const TICKET_STATES = [
	'new',
	'open',
	'invited',
	'inprogress',
	'done',
	'closed',
	'rejected',
	'declined',
	'expired',
	'cancelled',
] as const;

export type TicketState = (typeof TICKET_STATES)[number];

/** What happened in a ticket's calls; only statistics show it. */
export interface CallFigures {
	calls: number;
	/** Of all calls together. */
	seconds: number;
	device: string;
	system: string;
	browser: string;
}

/** A video assistance of one agent (seed 003, Get a "video assistance" room). */
export interface Ticket {
	id: number;
	enterpriseId: number;
	serviceId: number;
	agentId: number;
	state: TicketState;
	reference: string | null;
	name: string | null;
	subject: string | null;
	type: string;
	description: string | null;
	email?: string;
	phone?: string;
	geoloc?: GeographicPoint;
	/** Milliseconds since the epoch. */
	created: number;
	modified: number;
	start: number;
	end: number;
	/** Opaque parts of its links. */
	roomKey: string;
	roomPassword: string;
	/** Accepted parameters whose effect no document describes, as they were sent. */
	parameters: Record<string, string>;
	figures: CallFigures;
}
