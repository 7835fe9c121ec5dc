import type { Fields, Schema } from './brand';

/** Types of fields, as JSON schemas. */
export const text: Schema = { type: 'string', minLength: 1 };
export const anyText: Schema = { type: 'string' };
export const boolean: Schema = { type: 'boolean' };
export const id: Schema = { type: 'integer', minimum: 1 };
/** Seed 002, company/delete: the sample's id is a text of digits. */
export const idOrDigits: Schema = { type: ['integer', 'string'], pattern: '^[0-9]+$', minimum: 1 };
export const email: Schema = { type: 'string', format: 'email' };
export const url: Schema = { type: 'string', pattern: '^https?://' };
export const positive: Schema = { type: 'integer', minimum: 1 };
export const color: Schema = { type: 'string', pattern: '^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$' };
/** Name of a zone in the IANA database; whether it exists is the endpoint's to check. */
export const timeZone: Schema = { type: 'string', minLength: 1 };
export const mediaChoice: Schema = { enum: ['none', 'audio', 'video'] };
export const role: Schema = { enum: ['RESELLER_ADMIN', 'COMPANY_ADMIN', 'HOST'] };

/** An access code or a PIN: a number in the samples, text of 3 to 9 digits by section 8. */
export const accountNumber: Schema = {
	type: ['integer', 'string'],
	pattern: '^[0-9]{3,9}$',
	minimum: 100,
	maximum: 999_999_999,
};

export function list(items: Schema, limits: Schema = {}): Schema {
	return { type: 'array', items, ...limits };
}

export function nullable(schema: Schema): Schema {
	return { anyOf: [schema, { type: 'null' }] };
}

/** An object that has no other fields. */
export function object(properties: Fields, required: string[] = []): Schema {
	return { type: 'object', additionalProperties: false, properties, required };
}

/** Section 6.1: true disables an e-mail. */
export const disableEmails: Schema = object({
	conference_invitations: boolean,
	conference_reminders: boolean,
	conference_summaries: boolean,
	transcription_summaries: boolean,
});

/** Seed 002, host/create. */
export const timeFormat: Schema = object({
	time_24hr: boolean,
	hm_separator: text,
	md_format: text,
	md_y_comma: boolean,
});

export const phones: Fields = {
	business_phone: anyText,
	mobile_phone: anyText,
	home_phone: anyText,
	other_phone: anyText,
};

/** Section 7.1. Own choice: an empty list is refused. */
export const contactList: Schema = list(
	object({ name: text, email, ...phones, time_zone: text }, ['name', 'email']),
	{ minItems: 1 },
);

/** Section 7.4: the sample's answer has no has_host. */
export const updatedContact: readonly string[] = [
	'contact_id',
	'name',
	'email',
	...Object.keys(phones),
	'time_zone',
];
