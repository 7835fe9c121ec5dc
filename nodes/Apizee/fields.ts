import type { DateTime } from 'luxon';

import { choice, flag } from '../kit/choice';
import { refusal } from '../kit/error';
import { checkEmail, checkId, text } from '../kit/field';
import { locator } from '../kit/locator';
import * as pickers from './pickers';

/** An e-mail address or a phone number, as it is sent. Throws a refusal when it is neither. */
export function contact(label: string, entry: string): string {
	return entry.includes('@') ? emailAddress(label, entry) : phoneNumber(label, entry);
}

export function emailAddress(label: string, entry: string): string {
	checkEmail(label, entry);
	return entry;
}

/** A phone number without the signs that only structure it. */
export function phoneNumber(label: string, entry: string): string {
	const number = entry.replaceAll(/[\s()./-]/g, '');
	if (/^\+?\d{6,15}$/.test(number)) return number;
	const next = 'Enter one with the country code, such as +33612345678';
	throw refusal(label, `has "${entry}", which is not a phone number`, next);
}

export const ticket = {
	ticketId: locator('Ticket', pickers.tickets, { required: true, placeholder: 'e.g. 663614' }),
};

export const conference = {
	conferenceId: locator('Conference', pickers.conferences, {
		required: true,
		placeholder: 'e.g. 842341',
	}),
};

export const ssoLink = flag(
	'SSO Link',
	true,
	'Whether to get a link that signs the agent in. Whoever has it acts as the agent.',
);

/** Sorts a list. The vendor's samples sort by date; other attributes are not documented. */
export const sorting = {
	order: choice('Order', { asc: 'Ascending', desc: 'Descending' }, { default: 'desc' }),
	orderby: choice('Order By', { date: 'Date' }, { default: 'date', open: true }),
};

export const enterpriseId = text('Enterprise ID', {
	description: 'Left empty, the enterprise of the user whose credential it is',
	placeholder: 'e.g. 1',
	check: checkId,
});

/** A point in time as the vendor takes it: in UTC, to the second. Source: seed 003, `GET /conferences`. */
export const utc = (time: DateTime<true> | undefined): string | undefined =>
	time?.toUTC().toFormat("yyyy-MM-dd'T'HH:mm:ss'Z'");
