import { DateTime } from 'luxon';

import { refusal } from './error';
import { entered, type Field } from './field';

/** A time as entered, also by an expression that gives a date: ISO 8601, or whatever text it is. */
export const enteredTime = (label: string, raw: unknown): string =>
	entered(label, raw instanceof Date || DateTime.isDateTime(raw) ? String(raw.toJSON()) : raw);

/** A point in time. An entry without an offset is wall time in the workflow's time zone. */
export function time(
	label: string,
	settings: { description?: string } = {},
): Field<DateTime<true>> {
	return {
		property: { displayName: label, type: 'dateTime', default: '', required: true, ...settings },
		parse(raw, { timezone }) {
			const value = DateTime.fromISO(enteredTime(label, raw), { zone: timezone });
			if (value.isValid) return value;
			throw refusal(
				label,
				'is not a time',
				'Enter one such as 2026-03-01T10:00 or 2026-03-01T10:00:00Z',
			);
		},
	};
}
