import { DateTime } from 'luxon';
import { WEEKDAYS, type ScheduleRule } from './rule';

/** What is wrong with a schedule, in the vendor's words (seed 002, Error Messages; seed 004, 8.12). */
export class ScheduleError extends Error {}

const FIELDS = ['FREQ', 'INTERVAL', 'UNTIL', 'COUNT', 'BYDAY', 'BYMONTHDAY'];

/**
 * Reads a schedule.
 *
 * Own choices, all refused with the general text and its details: unknown, empty and repeated
 * fields, a leading `RRULE:`, small letters, COUNT beside UNTIL, an UNTIL with a time of day, a week
 * in a WEEKLY BYDAY, and BYDAY or BYMONTHDAY with a frequency they are not described for.
 *
 * @throws ScheduleError with a text of the vendor's table
 */
export function parseRule(schedule: string): ScheduleRule {
	const fields = readFields(schedule);
	const frequency = fields.get('FREQ');
	if (frequency !== 'DAILY' && frequency !== 'WEEKLY' && frequency !== 'MONTHLY') {
		throw new ScheduleError('Schedule FREQ must be DAILY, WEEKLY or MONTHLY');
	}
	const days = fields.get('BYDAY')?.split(',') ?? [];
	const monthDays = fields.get('BYMONTHDAY')?.split(',') ?? [];
	if (frequency === 'MONTHLY') requireMonthlyDay(days, monthDays);
	if (frequency === 'WEEKLY' && days.length === 0) {
		throw new ScheduleError('Schedule WEEKLY must include BYDAY');
	}
	if (frequency === 'DAILY' && days.length > 0) throw unparsable('BYDAY is not for DAILY');
	if (frequency !== 'MONTHLY' && monthDays.length > 0) {
		throw unparsable('BYMONTHDAY is for MONTHLY only');
	}
	if (fields.has('COUNT') && fields.has('UNTIL')) {
		throw unparsable('COUNT and UNTIL exclude each other');
	}
	const [monthDay] = monthDays;
	return {
		frequency,
		interval: positive(fields, 'INTERVAL') ?? 1,
		count: positive(fields, 'COUNT'),
		until: lastDay(fields.get('UNTIL')),
		byDay: frequency === 'WEEKLY' ? weekdays(days) : days,
		byMonthDay: monthDay === undefined ? undefined : dayOfMonth(monthDay),
	};
}

function unparsable(detail: string): ScheduleError {
	return new ScheduleError(`Failed to parse the schedule rule. ${detail}.`);
}

function readFields(schedule: string): Map<string, string> {
	const fields = new Map<string, string>();
	for (const part of schedule.split(';')) {
		const [name = '', value = '', ...rest] = part.split('=');
		if (!FIELDS.includes(name)) throw unparsable(`Unknown field "${name}"`);
		if (value === '' || rest.length > 0) throw unparsable(`${name} has no proper value`);
		if (fields.has(name)) throw unparsable(`${name} is given twice`);
		fields.set(name, value);
	}
	return fields;
}

function requireMonthlyDay(days: string[], monthDays: string[]): void {
	if (days.length > 0 && monthDays.length > 0) {
		throw new ScheduleError('Schedule MONTHLY supports BYDAY or BYMONTHDAY, cannot use both');
	}
	if (days.length > 1) throw new ScheduleError('Schedule MONTHLY BYDAY only supports one item');
	if (monthDays.length > 1) {
		throw new ScheduleError('Schedule MONTHLY BYMONTHDAY only supports one item');
	}
	const [day] = days;
	if (day !== undefined && !new RegExp(`^-?[1-5](${WEEKDAYS.join('|')})$`).test(day)) {
		throw new ScheduleError('Schedule MONTHLY BYDAY must include number and day');
	}
	if (days.length + monthDays.length === 0) {
		throw new ScheduleError('Schedule MONTHLY must include BYDAY or BYMONTHDAY');
	}
}

function weekdays(days: string[]): string[] {
	const unknown = days.find((day) => !WEEKDAYS.includes(day));
	if (unknown !== undefined) throw unparsable(`BYDAY has no day "${unknown}"`);
	return WEEKDAYS.filter((day) => days.includes(day));
}

function dayOfMonth(value: string): number {
	const day = Number(value);
	if (!/^-?[1-9]\d?$/.test(value) || Math.abs(day) > 31) {
		throw unparsable('BYMONTHDAY must be from 1 to 31 or from -31 to -1');
	}
	return day;
}

function positive(fields: Map<string, string>, name: string): number | undefined {
	const value = fields.get(name);
	if (value === undefined) return undefined;
	if (!/^[1-9]\d{0,3}$/.test(value)) throw unparsable(`${name} must be a number from 1 to 9999`);
	return Number(value);
}

function lastDay(value: string | undefined): string | undefined {
	if (value === undefined) return undefined;
	if (!/^\d{8}$/.test(value) || !DateTime.fromFormat(value, 'yyyyMMdd').isValid) {
		throw unparsable('UNTIL must be a date of eight digits, such as 20211231');
	}
	return value;
}
