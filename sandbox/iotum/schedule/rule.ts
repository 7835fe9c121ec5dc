/** The part of iCalendar's RRULE the vendor supports (seed 002, Recurring Conferences; seed 004, 8.11). */
export interface ScheduleRule {
	frequency: 'DAILY' | 'WEEKLY' | 'MONTHLY';
	interval: number;
	count?: number;
	/** The last day of the series, itself included: eight digits. */
	until?: string;
	/** WEEKLY: `MO`; MONTHLY: one, with its week in front, e.g. `2WE` or `-1FR`. */
	byDay: string[];
	/** MONTHLY only; negative from the month's end. */
	byMonthDay?: number;
}

/** Monday first. */
export const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/**
 * The rule as the vendor shows it. Seed 002 warns that content and formatting may differ from what
 * was sent; own choice: a fixed order of fields, INTERVAL always, weekdays in the week's order.
 */
export function formatRule(rule: ScheduleRule): string {
	const fields: [string, string | number | undefined][] = [
		['FREQ', rule.frequency],
		['COUNT', rule.count],
		['UNTIL', rule.until],
		['INTERVAL', rule.interval],
		['BYDAY', rule.byDay.length > 0 ? rule.byDay.join(',') : undefined],
		['BYMONTHDAY', rule.byMonthDay],
	];
	return fields
		.filter(([, value]) => value !== undefined)
		.map((field) => field.join('='))
		.join(';');
}
