import { Refusal } from '../errors';
import {
	anyText,
	flag,
	isEmail,
	listed,
	query,
	readMoment,
	requireBetween,
	scope,
	text,
	type Schema,
} from '../parameters';
import type { Platform } from '../platform';
import { findUser } from './ticket';
import { TICKET_STATES, type Ticket, type TicketState } from './types';

export interface TicketQuery {
	agent?: string;
	email?: string;
	phone?: string;
	name?: string;
	reference?: string;
	subject?: string;
	type?: string;
	description?: string;
	startTime?: string;
	duration?: string;
	[guess: string]: string | undefined;
}

/**
 * Parameters the vendor's reference describes without a name that could be read; their names are
 * the sandbox's guesses. `subject`, `type`, `description`, `startTime` and `duration` have an
 * effect, the others are only recorded.
 */
export const GUESSED_PARAMETERS = [
	'language',
	'type',
	'subject',
	'description',
	'group',
	'agentTemplateId',
	'requestorTemplateId',
	'startTime',
	'duration',
	'reminder',
	'firstName',
	'company',
	'gender',
	'country',
	'serviceKey',
] as const;

/** Seed 003, "Retrieving the link to a video assistance room". */
const named: Record<string, Schema> = {
	agent: text,
	email: text,
	phone: text,
	reference: anyText,
	name: anyText,
	scope,
	...Object.fromEntries(GUESSED_PARAMETERS.map((name) => [name, anyText])),
};

export const creation = query({ ...named, invite: flag }, ['agent']);

/** Own choice: all of them optional, and the state. */
export const update = query({ ...named, state: { type: 'string', enum: [...TICKET_STATES] } });

/** Parameters that answers show as they came. */
const SHOWN = ['email', 'phone', 'reference', 'name', 'subject', 'type', 'description'] as const;

/** Own choice: international form is a plus sign and 6 to 15 digits. */
const PHONE = /^\+[0-9]{6,15}$/;

/**
 * What a query says about a ticket; what it leaves out is not there.
 *
 * @param period the ticket's present or usual one; a new start keeps its length
 * @throws Refusal 400 that names the parameter
 */
export function ticketFields(
	platform: Platform,
	enterpriseId: number,
	given: TicketQuery,
	period: Pick<Ticket, 'start' | 'end'>,
): Partial<Ticket> {
	requireContacts(given);
	requireBetween('duration', given.duration, 1, 525_600);
	const fields: Partial<Ticket> = {};
	for (const name of SHOWN) if (given[name] !== undefined) fields[name] = given[name];
	if (given.agent !== undefined) {
		const agent = findUser(platform, enterpriseId, given.agent);
		if (!agent) throw new Refusal(400, `agent ${given.agent} is not a user of the enterprise`);
		fields.agentId = agent.id;
	}
	const { startTime, duration } = given;
	const length = duration === undefined ? period.end - period.start : Number(duration) * 60_000;
	fields.start = startTime === undefined ? period.start : readMoment('startTime', startTime);
	fields.end = fields.start + length;
	fields.parameters = {};
	for (const guess of GUESSED_PARAMETERS) {
		const value = given[guess];
		if (value !== undefined) fields.parameters[guess] = value;
	}
	return fields;
}

/** @throws Refusal 400 for an address or a number that cannot be one */
function requireContacts(given: TicketQuery): void {
	for (const email of listed(given.email)) {
		if (!isEmail(email)) throw new Refusal(400, `email ${email} is not an e-mail address`);
	}
	for (const phone of listed(given.phone)) {
		if (!PHONE.test(phone)) {
			throw new Refusal(400, `phone ${phone} is not in international form, e.g. +33612345678`);
		}
	}
}

export function readState(state: string | undefined): TicketState | undefined {
	return TICKET_STATES.find((known) => known === state);
}
