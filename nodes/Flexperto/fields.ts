import { choice, flag, selection } from '../kit/choice';
import { email } from '../kit/email';
import { refusal } from '../kit/error';
import { text } from '../kit/field';
import { listOnly, locator } from '../kit/locator';
import { archives, contractSessions, documents, users } from './pickers';

/** Option of requests that may be made in another user's name. */
export const actAsUser = {
	actingUserId: locator('Act as User', users, {
		description:
			'The user in whose name the request is made. The API key must be an administrator’s.',
		placeholder: 'e.g. 53',
	}),
};

/** Input of requests that need to be made in an employee's name. */
export const requiredActAsUser = {
	actingUserId: locator('Act as User', users, {
		required: true,
		description: 'The employee in whose name this is done',
		placeholder: 'e.g. 53',
	}),
};

export const user = {
	userId: locator('User', users, { required: true, placeholder: 'e.g. 53' }),
};

export const contractSession = {
	sessionId: locator('Contract Session', contractSessions, {
		required: true,
		placeholder: 'e.g. 13',
	}),
};

/** A document, and the session that fills its list. */
export const document = {
	listSessionId: listOnly('Contract Session (for the List)', contractSessions, {
		description: 'The session whose documents the list below shows. Not needed for "By ID".',
		placeholder: 'e.g. 13',
	}),
	documentId: locator('Document', documents, { required: true, placeholder: 'e.g. 1362' }),
};

export const archive = {
	archiveId: locator('Archive', archives, { required: true, placeholder: 'e.g. abc123' }),
};

/** Option of requests after which the vendor would write an e-mail. */
export const suppressEmailsOption = {
	suppressEmails: flag(
		'Suppress Emails',
		true,
		'Whether Flexperto sends no e-mail about this. Emails are suppressed unless this is turned off.',
	),
};

/** The vendor's query parameter, spelled as it spells it; always sent. */
export const suppressMails = (options: { suppressEmails?: boolean }) => ({
	supressMails: options.suppressEmails ?? true,
});

const ROLES = { ADMIN: 'Admin', CUSTOMER: 'Customer', EXPERT: 'Expert' };

/** The role filter of lists; the vendor wants it in lower case there. */
export const roleFilter = choice('Role', ROLES, { default: 'EXPERT' });

/** The inputs of a new user. Source: seed 000, "Expert Provisioning". */
export const newUser = {
	email: email('Email', {
		required: true,
		description: 'The address is the unique key of an account',
	}),
	firstName: text('First Name', { required: true, placeholder: 'e.g. Nathan' }),
	lastName: text('Last Name', { required: true, placeholder: 'e.g. Smith' }),
	roles: selection('Roles', ROLES, { required: true, default: ['EXPERT'] }),
};

export const newUserDetails = {
	salutation: text('Salutation', { placeholder: 'e.g. MR' }),
	password: text('Password', {
		password: true,
		description:
			'Left empty, a strong random password is set that nobody knows: the user signs in by SAML or by the links of meetings',
	}),
};

/** Files of the input item, by the names of their binary fields. */
export const inputFiles = {
	binaryPropertyName: text('Input Binary Field', {
		required: true,
		default: 'data',
		description: 'The name of the binary field with the file; several names separated by commas',
		placeholder: 'e.g. data',
		check(label, entry) {
			if (propertyNames(entry).length > 0) return;
			throw refusal(label, 'is empty', 'Enter the name of a binary field, such as data');
		},
	}),
};

/** The field names that the user entered, without blanks. */
export const propertyNames = (entry: string): string[] =>
	entry
		.split(',')
		.map((name) => name.trim())
		.filter((name) => name !== '');
