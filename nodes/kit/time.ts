import { DateTime } from 'luxon';

import { refusal } from './error';
import { entered, type Field } from './field';

/** A point in time. An entry without an offset is wall time in the workflow's time zone. */
export function time(
	label: string,
	settings: { description?: string } = {},
): Field<DateTime<true>> {
	return {
		property: { displayName: label, type: 'dateTime', default: '', required: true, ...settings },
		parse(raw, { timezone }) {
			const iso = raw instanceof Date || DateTime.isDateTime(raw) ? raw.toJSON() : raw;
			const value = DateTime.fromISO(entered(label, iso), { zone: timezone });
			if (value.isValid) return value;
			throw refusal(
				label,
				'is not a time',
				'Enter one such as 2026-03-01T10:00 or 2026-03-01T10:00:00Z',
			);
		},
	};
}
