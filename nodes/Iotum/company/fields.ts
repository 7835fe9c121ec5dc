import { refusal } from '../../kit/error';
import { flag } from '../../kit/choice';
import { text, type Field } from '../../kit/field';
import { number } from '../fields';

function checkColor(label: string, value: string): void {
	if (/^#([0-9a-f]{3}){1,2}$/i.test(value)) return;
	throw refusal(label, 'is not a color', 'Enter one in CSS notation, such as #00ff00');
}

function checkCurrency(label: string, value: string): void {
	if (/^[a-z]{3}$/.test(value)) return;
	throw refusal(label, 'is not a currency', 'Enter a code of three small letters, such as eur');
}

function checkSubdomain(label: string, value: string): void {
	if (/^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/i.test(value)) return;
	throw refusal(
		label,
		'is not a subdomain',
		'Enter letters, digits and hyphens alone, such as acme',
	);
}

const SUBDOMAIN = {
	description: 'The first part of the address of all meetings; each may be used once in a reseller',
	placeholder: 'e.g. acme',
	check: checkSubdomain,
};

const NAME = { description: 'As it is shown on invoices', placeholder: 'e.g. Acme Ltd' };

export const newCompany = {
	subdomain: text('Subdomain', { required: true, ...SUBDOMAIN }),
	name: text('Name', { required: true, ...NAME }),
};

export const changedCompany = { subdomain: text('Subdomain', SUBDOMAIN), name: text('Name', NAME) };

export const openidProvider = flag(
	'OpenID Provider',
	false,
	'Whether its users sign in through your OpenID Connect provider. Ask the vendor before you turn it on.',
);

export const customerId = text('Customer ID', { description: 'Any text of your own' });

export const partnerId = number('Partner ID', {
	description: 'For your reports; not shown to users',
});

const color = (label: string): Field<string | undefined> => {
	const { property, parse } = text(label, { placeholder: 'e.g. #00ff00', check: checkColor });
	return { property: { ...property, type: 'color' }, parse };
};

export const primaryColor = color('Primary Color');

export const accentColor = color('Accent Color');

export const currency = text('Currency', { placeholder: 'e.g. eur', check: checkCurrency });
