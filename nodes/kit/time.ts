import { DateTime, IANAZone } from 'luxon';

import { place, readTime, wallText } from './clock';
import { refusal } from './error';
import { entered, type Field } from './field';

interface TimeSettings {
	description?: string;
	required?: boolean;
	/** Whether only the day counts. */
	dateOnly?: true;
}

/** What to do about an entry that is no time. */
export const ENTER_TIME = 'Enter one such as 2026-03-01T10:00 or 2026-03-01T10:00:00Z';

/** A time as entered, also by an expression that gives a date: ISO 8601, or whatever text it is. */
export const enteredTime = (label: string, raw: unknown): string =>
	entered(label, raw instanceof Date || DateTime.isDateTime(raw) ? String(raw.toJSON()) : raw);

/** Whether an entry begins with a day; a time without one would be a time of today. */
const hasDay = (entry: string): boolean => /^\d{4}-?\d\d-?\d\d(?!\d)/.test(entry);

const property = (displayName: string, { description, required, dateOnly }: TimeSettings) => ({
	displayName,
	type: 'dateTime' as const,
	default: '',
	...(description && { description }),
	...(required && { required }),
	...(dateOnly && { typeOptions: { dateOnly } }),
});

/**
 * A point in time. An entry without an offset is wall time in the workflow's time zone; one that the clocks
 * skip or repeat is refused with both readings, unless only the day counts.
 */
export function time(
	label: string,
	settings: TimeSettings & { required: true },
): Field<DateTime<true>>;
export function time(label: string, settings?: TimeSettings): Field<DateTime<true> | undefined>;
export function time(
	label: string,
	settings: TimeSettings = {},
): Field<DateTime<true> | undefined> {
	return {
		property: property(label, settings),
		parse(raw, { timezone }) {
			const entry = enteredTime(label, raw);
			if (entry === '' && !settings.required) return undefined;
			const read = readTime(entry);
			const value = read?.time.setZone(timezone, { keepLocalTime: !read.hasOffset });
			if (!read || !value?.isValid) {
				throw refusal(label, entry === '' ? 'is empty' : 'is not a time', ENTER_TIME);
			}
			if (read.hasOffset || settings.dateOnly) return value;
			const doubt = place(read.time, IANAZone.create(timezone))?.doubt;
			if (doubt === undefined) return value;
			const problem = `is ${wallText(read.time)}, which ${doubt}`;
			throw refusal(label, problem, 'Enter the one you mean with its offset');
		},
	};
}

/** A day, as `2026-03-01`; of a time with an offset the day in its own zone. */
export function day(label: string, settings: TimeSettings & { required: true }): Field<string>;
export function day(label: string, settings: TimeSettings): Field<string | undefined>;
export function day(label: string, settings: TimeSettings): Field<string | undefined> {
	return {
		property: property(label, { ...settings, dateOnly: true }),
		parse(raw) {
			const entry = enteredTime(label, raw);
			if (entry === '' && !settings.required) return undefined;
			const value = DateTime.fromISO(entry.replace(' ', 'T'), { setZone: true }).toISODate();
			if (hasDay(entry) && value !== null) return value;
			const problem = entry === '' ? 'is empty' : 'is not a date';
			throw refusal(label, problem, 'Enter one such as 2026-03-01');
		},
	};
}
