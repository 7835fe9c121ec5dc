import { records } from '../kit/block';
import { flag } from '../kit/choice';
import { email } from '../kit/email';
import { refusal } from '../kit/error';
import { mapped, text, type Field } from '../kit/field';
import { listOnly, locator } from '../kit/locator';
import type { Picker } from '../kit/picker';
import { texts } from '../kit/texts';
import { zone } from '../kit/zone';
import * as pickers from './pickers';

interface ReferenceSettings {
	required?: true;
	description?: string;
	placeholder?: string;
}

function wholeNumber(label: string, entry: string): number {
	if (/^\d{1,15}$/.test(entry)) return Number(entry);
	throw refusal(label, `is "${entry}"`, 'Enter the ID alone, which is a whole number');
}

/** An ID that is picked from a list or typed; the vendor's IDs are whole numbers. */
export function reference(
	label: string,
	from: Picker,
	settings: ReferenceSettings & { required: true },
): Field<number>;
export function reference(
	label: string,
	from: Picker,
	settings: ReferenceSettings,
): Field<number | undefined>;
export function reference(
	label: string,
	from: Picker,
	settings: ReferenceSettings,
): Field<number | undefined> {
	const numbered = (entry: string | undefined) =>
		entry === undefined ? undefined : wholeNumber(label, entry);
	return mapped(locator(label, from, settings), numbered);
}

/** A number that is typed, such as an ID that no list shows. */
export const number = (label: string, settings: Omit<ReferenceSettings, 'required'> = {}) =>
	mapped(text(label, { placeholder: 'e.g. 110', ...settings }), (entry) =>
		entry === undefined ? undefined : wholeNumber(label, entry),
	);

/** IDs separated by commas, or a list of them. */
export const numbers = (label: string, settings: ReferenceSettings = {}): Field<number[]> =>
	mapped(texts(label, settings), (entries) => entries.map((entry) => wholeNumber(label, entry)));

/** A code of digits; the vendor takes it as a number, so it cannot begin with 0. */
export const digits = (
	label: string,
	{ minimum, maximum, ...shown }: { minimum: number; maximum: number; description: string },
): Field<number | undefined> =>
	mapped(text(label, shown), (entry) => {
		if (entry === undefined) return undefined;
		if (new RegExp(`^[1-9]\\d{${minimum - 1},${maximum - 1}}$`).test(entry)) return Number(entry);
		const next = `Enter ${minimum} to ${maximum} digits that do not begin with 0`;
		throw refusal(label, 'is not such a code', next);
	});

/** A country as the vendor takes it, in either case. */
export const COUNTRY = {
	placeholder: 'e.g. CA',
	check(label: string, value: string): void {
		if (/^[a-z]{2}$/i.test(value)) return;
		throw refusal(label, 'is not a country code', 'Enter two letters (ISO 3166), such as CA');
	},
};

/** Refuses an update that would change nothing. */
export function checkChanges(updateFields: object): void {
	if (Object.values(updateFields).some((value) => value !== undefined)) return;
	throw refusal('Update Fields', 'is empty', 'Add at least one field to change');
}

const OWN_COMPANY = 'Left empty, the company of the admin whose credential it is';

export const company = {
	companyId: reference('Company', pickers.companies, { required: true, placeholder: 'e.g. 5' }),
};

/** The company of a new or listed record; reseller admins have to name one. */
export const optionalCompany = {
	companyId: reference('Company', pickers.companies, {
		placeholder: 'e.g. 5',
		description: `${OWN_COMPANY}; reseller admins have to name one`,
	}),
};

/** Only fills the lists below it. */
const listCompany = {
	listCompanyId: listOnly('Company (for the List)', pickers.companies, {
		description: `Whose hosts the list below shows. ${OWN_COMPANY}. Not needed for "By ID".`,
		placeholder: 'e.g. 5',
	}),
};

const listHost = {
	...listCompany,
	listHostId: listOnly('Host (for the List)', pickers.hosts, {
		description: 'Whose conferences the list below shows. Not needed for "By ID".',
		placeholder: 'e.g. 9',
	}),
};

export const host = {
	...listCompany,
	hostId: reference('Host', pickers.hosts, { required: true, placeholder: 'e.g. 9' }),
};

export const conference = {
	...listHost,
	conferenceId: reference('Conference', pickers.conferences, {
		required: true,
		placeholder: 'e.g. 183',
	}),
};

/** A conference that has taken place; those are in another list of the vendor's. */
export const pastConference = {
	...listHost,
	conferenceId: reference('Conference', pickers.pastConferences, {
		required: true,
		placeholder: 'e.g. 183',
	}),
};

export const driveFile = {
	...host,
	fileId: reference('File', pickers.driveFiles, { required: true, placeholder: 'e.g. 37' }),
};

/** A plan or an add-on, by the vendor's short name. */
export const product = {
	slug: locator('Plan or Add-On', pickers.products, {
		required: true,
		placeholder: 'e.g. small_plan',
	}),
};

export const timeZone = zone('Time Zone Name or ID');

/** The vendor's `output: detail`; nothing is sent when it is off. */
export const detail = flag(
	'Detail',
	false,
	'Whether to get everything the vendor knows, not only a summary',
);

export const detailed = (detail: boolean | undefined) => (detail ? 'detail' : undefined);

/** The vendor's lists have no such filter, so it is applied to what they bring. */
export const emailFilter = { email: email('Email') };

export const withEmail = (wanted: string | undefined) =>
	wanted === undefined
		? undefined
		: ({ email: has }: { email?: unknown }) => String(has).toLowerCase() === wanted.toLowerCase();

export const moderators = {
	participantEmails: records(
		'Participant Emails',
		{
			email: email('Email', { required: true }),
			moderator: flag('Moderator', false, 'Whether the participant joins as a moderator'),
		},
		{
			entry: 'Participant',
			description: 'Who is invited, by e-mail address; becomes a contact of the host if it is none',
		},
	),
};
