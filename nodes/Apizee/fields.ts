import type { DateTime } from 'luxon';

import { choice, flag } from '../kit/choice';
import { checkEmail } from '../kit/email';
import { refusal } from '../kit/error';
import { checkId, text } from '../kit/field';
import { locator } from '../kit/locator';
import * as pickers from './pickers';

/** An e-mail address or a phone number, as it is sent. Throws a refusal when it is neither. */
export function contact(label: string, entry: string): string {
	return entry.includes('@') ? emailAddress(label, entry) : phoneNumber(label, entry);
}

/** An e-mail address as it is sent. Throws a refusal when it is none. */
export function emailAddress(label: string, entry: string): string {
	checkEmail(label, entry);
	return entry;
}

/**
 * A phone number without the signs that only structure it, and without the (0) of calls within the
 * country. Throws a refusal when it is none.
 */
export function phoneNumber(label: string, entry: string): string {
	const number = entry
		.replace(/^([\s(]*(?:\+|00)[\d\s()./-]*?)\(0\)/, '$1')
		.replaceAll(/[\s()./-]/g, '');
	if (/^\+?\d{6,15}$/.test(number)) return number;
	const next = 'Enter one with the country code, such as +33612345678';
	throw refusal(label, `has "${entry}", which is not a phone number`, next);
}

/** Users are known by their login, which may have any signs as it never stands in a path. */
export const byLogin = {
	identifier: 'Login',
	placeholder: 'e.g. agent1@example.com',
	check: (): void => undefined,
};

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
	'Whether to get a link that signs in without a password. Whoever has it acts as that user.',
);

/** Sorts a list. The vendor's samples sort by date; other attributes are not documented. */
export const sorting = {
	order: choice('Order', { asc: 'Ascending', desc: 'Descending' }, { default: 'desc' }),
	orderby: choice('Order By', { date: 'Date' }, { default: 'date', open: true }),
};

export const enterpriseId = text('Enterprise ID', {
	description: 'Left empty, the enterprise of the credential’s user',
	placeholder: 'e.g. 1',
	check: checkId,
});

/** A point in time as the vendor takes it: in UTC, to the second. Source: seed 003, `GET /conferences`. */
export const utc = (time: DateTime<true> | undefined): string | undefined =>
	time?.toUTC().toFormat("yyyy-MM-dd'T'HH:mm:ss'Z'");
