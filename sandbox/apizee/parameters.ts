import { DateTime } from 'luxon';
import { Refusal } from './errors';

/** JSON schemas of query parameters, which always arrive as texts. */
export type Schema = Record<string, unknown>;

export const text: Schema = { type: 'string', minLength: 1 };
export const anyText: Schema = { type: 'string' };
export const digits: Schema = { type: 'string', pattern: '^[0-9]{1,9}$' };
/** Own choice: whatever the vendor calls true or false is accepted everywhere. */
export const flag: Schema = { type: 'string', enum: ['1', '0', 'true', 'false', 'TRUE', 'FALSE'] };
/** The vendor's public reference: `2020-01-01T15:00:00Z`, nothing else. */
export const utcMoment: Schema = {
	type: 'string',
	pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z$',
};
/** A moment with its zone. */
export const moment: Schema = {
	type: 'string',
	pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?(Z|[+-]\\d{2}:?\\d{2})$',
};
/** A day, or a moment of it with or without a zone. */
export const dayOrMoment: Schema = {
	type: 'string',
	pattern: '^\\d{4}-\\d{2}-\\d{2}([T ]\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?(Z|[+-]\\d{2}:?\\d{2})?)?$',
};
/** A comma-separated list of scopes, of which there is one. */
export const scope: Schema = { type: 'string', enum: ['sso'] };

/** Parameters of a query; others are refused. */
export function query(properties: Record<string, Schema>, required: string[] = []): Schema {
	return { type: 'object', additionalProperties: false, properties, required };
}

export function isTrue(value: string | undefined, otherwise: boolean): boolean {
	return value === undefined ? otherwise : value === '1' || value.toLowerCase() === 'true';
}

/** @throws Refusal 400 when a number of digits is outside its bounds */
export function requireBetween(
	name: string,
	value: string | undefined,
	smallest: number,
	largest: number,
): void {
	if (value === undefined || (Number(value) >= smallest && Number(value) <= largest)) return;
	throw new Refusal(400, `${name} must be from ${smallest} to ${largest}.`);
}

/**
 * Milliseconds since the epoch; a day begins at midnight of the zone.
 *
 * @throws Refusal 400 for a date that does not exist
 */
export function readMoment(name: string, value: string, zone = 'utc'): number {
	const read = DateTime.fromISO(value.replace(' ', 'T'), { zone });
	if (!read.isValid) throw new Refusal(400, `${name} ${value} is not a date.`);
	return read.toMillis();
}

/** The entries of a comma-separated list. */
export function listed(value: string | undefined): string[] {
	return (value ?? '')
		.split(',')
		.map((entry) => entry.trim())
		.filter((entry) => entry !== '');
}

const EMAIL = /^[^@\s,]+@[^@\s,]+\.[^@\s,]+$/;

export function isEmail(value: string): boolean {
	return EMAIL.test(value);
}
