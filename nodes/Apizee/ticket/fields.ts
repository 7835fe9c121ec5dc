import type { IDataObject } from 'n8n-workflow';

import { flag } from '../../kit/choice';
import { refusal } from '../../kit/error';
import { text } from '../../kit/field';
import { locator } from '../../kit/locator';
import { textOf } from '../../kit/record';
import { texts } from '../../kit/texts';
import { byLogin, emailAddress, phoneNumber, ssoLink } from '../fields';
import { customParameters, scope } from '../parameters';
import { agents } from '../pickers';

/** The entries of a ticket that Simplify leaves. */
export const SIMPLE = [
	'id',
	'state',
	'reference',
	'name',
	'created',
	'agent',
	'requestor',
	'requestor_url',
	'agent_ticket_url',
	'sso_url',
];

function internationalNumber(label: string, entry: string): string {
	const number = phoneNumber(label, entry);
	if (number.startsWith('+')) return number;
	const next = 'Enter it with + and the country code, such as +33612345678';
	throw refusal(label, `has "${entry}", which does not begin with + and the country code`, next);
}

/** The inputs that say who assists whom. Source: seed 003, "Get a video assistance room". */
export const people = {
	agent: locator('Agent', agents, {
		required: true,
		description: 'Who assists the customer',
		...byLogin,
	}),
	email: texts('Email', {
		description:
			'E-mail address of the customer, or several separated by commas; needed when there is no phone number',
		placeholder: 'e.g. customer@example.com',
		each: emailAddress,
	}),
	phone: texts('Phone', {
		description:
			'Phone number of the customer with country code, or several separated by commas; needed when there is no e-mail address',
		placeholder: 'e.g. +33612345678',
		each: internationalNumber,
	}),
};

const invite = flag('Invite', true, 'Whether to send the customer the invitation by SMS or e-mail');

export const reference = {
	description: 'Your own key for it, such as the number of a support case',
	placeholder: 'e.g. CASE-1234',
};

/** What may be said of a new ticket beside its reference. */
export const details = {
	customParameters,
	invite,
	name: text('Name', { description: 'Name of the customer', placeholder: 'e.g. Nathan Smith' }),
	ssoLink,
};

interface NewTicket {
	agent: string;
	email: string[];
	phone: string[];
	reference?: string;
	additionalFields: { invite?: boolean; name?: string; ssoLink?: boolean };
}

/** The query parameters of a new ticket. Throws a refusal when nobody could be reached. */
export function newTicket(values: NewTicket): IDataObject {
	const { agent, email, phone, reference: key, additionalFields } = values;
	if (email.length === 0 && phone.length === 0) {
		throw refusal('Email', 'and "Phone" are both empty', 'Enter one of them, or map it');
	}
	const { invite: isInvited, name, ssoLink: isWanted } = additionalFields;
	return {
		agent,
		email: list(email),
		phone: list(phone),
		invite: isInvited === undefined ? undefined : Number(isInvited),
		reference: key,
		name,
		scope: scope(isWanted),
	};
}

const list = (entries: string[]) => (entries.length > 0 ? entries.join(',') : undefined);

/** The ticket with the address that opens it for its agent. Source: seed 003, after the first sample. */
export function withAgentLink(ticket: IDataObject): IDataObject {
	const { agent_url: portal, button_id: button, id } = ticket;
	const ticketId = textOf(id);
	if (typeof portal !== 'string' || typeof button !== 'number' || !ticketId) return ticket;
	const url = `${portal.replace(/\/+$/, '')}/entrypoint/${button}/tickets/${ticketId}`;
	return { ...ticket, agent_ticket_url: url };
}
