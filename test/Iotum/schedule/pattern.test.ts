import fc from 'fast-check';
import { DateTime } from 'luxon';
import { occurrences } from '../../../nodes/Iotum/schedule/occurrences';
import { pattern, ruleOf } from '../../../nodes/Iotum/schedule/pattern';
import { checkRule } from '../../../nodes/Iotum/schedule/rule';

const reading = { timezone: 'Europe/Berlin' };
const field = pattern('Recurrence Pattern', 'When it takes place');

/** The rule for what the user fills in. */
function rule(values: Record<string, unknown>): string {
	const entered = field.parse({ values }, reading);
	if (!entered) throw new Error('The block is taken as empty');
	return checkRule('Schedule', ruleOf(entered));
}

describe('the user picks', () => {
	it.each([
		[{ frequency: 'daily' }, 'FREQ=DAILY;INTERVAL=1'],
		[{ frequency: 'DAILY', interval: '2' }, 'FREQ=DAILY;INTERVAL=2'],
		[{ frequency: 'weekly', weekdays: ['WE', 'MO', 'WE'] }, 'FREQ=WEEKLY;INTERVAL=1;BYDAY=MO,WE'],
		[{ frequency: 'weekly', weekdays: 'fr, mo' }, 'FREQ=WEEKLY;INTERVAL=1;BYDAY=MO,FR'],
		[
			{ frequency: 'monthly', monthlyOn: 'monthDay', monthDay: -1 },
			'FREQ=MONTHLY;INTERVAL=1;BYMONTHDAY=-1',
		],
		[
			{ frequency: 'monthly', interval: 3, monthlyOn: 'weekday', week: '2', weekday: 'WE' },
			'FREQ=MONTHLY;INTERVAL=3;BYDAY=2WE',
		],
		[
			{ frequency: 'monthly', monthlyOn: 'weekday', week: -1, weekday: 'FR' },
			'FREQ=MONTHLY;INTERVAL=1;BYDAY=-1FR',
		],
		[{ frequency: 'daily', ends: 'afterCount', count: 5 }, 'FREQ=DAILY;INTERVAL=1;COUNT=5'],
		[
			{ frequency: 'daily', ends: 'onDate', until: '2027-12-31T00:00:00' },
			'FREQ=DAILY;INTERVAL=1;UNTIL=20271231',
		],
		[
			{ frequency: 'daily', ends: 'onDate', until: new Date('2027-12-30T23:00:00Z') },
			'FREQ=DAILY;INTERVAL=1;UNTIL=20271231',
		],
	])('%j for %s', (values, expected) => {
		expect(rule(values)).toBe(expected);
	});

	it('nothing: the block is empty', () => {
		for (const raw of [undefined, null, {}, '']) {
			expect(field.parse(raw, reading)).toBeUndefined();
		}
	});

	it('what does not matter for the frequency: it is left out', () => {
		const rest = { weekdays: [], monthDay: 0, week: 'x', weekday: 'x', until: 'x', count: 0 };
		expect(rule({ ...rest, frequency: 'daily', monthlyOn: 'weekday', ends: 'never' })).toBe(
			'FREQ=DAILY;INTERVAL=1',
		);
		const weekdays = ['TU'];
		expect(rule({ ...rest, frequency: 'weekly', weekdays, ends: 'afterCount', count: 2 })).toBe(
			'FREQ=WEEKLY;INTERVAL=1;BYDAY=TU;COUNT=2',
		);
		expect(rule({ ...rest, frequency: 'monthly', monthlyOn: 'monthDay', monthDay: 4 })).toBe(
			'FREQ=MONTHLY;INTERVAL=1;BYMONTHDAY=4',
		);
	});

	it.each([
		[{ frequency: 'yearly' }, '"Frequency" is "yearly"', 'Use one of: daily, weekly, monthly.'],
		[{ frequency: 'daily', interval: 0 }, '"Interval" is not usable', /at least 1\.$/],
		[{ frequency: 'weekly' }, '"Weekdays" is empty', /^Use one or more of: MO, TU, /],
		[{ frequency: 'weekly', weekdays: ['1MO'] }, '"Weekdays" contains "1MO"', /MO, TU, /],
		[
			{ frequency: 'monthly', monthDay: 0 },
			'"Month Day" is 0',
			'Enter 1 to 31, or -1 to -31 counted from the end of the month.',
		],
		[{ frequency: 'monthly', monthDay: 32 }, '"Month Day" is not usable', /at most 31\.$/],
		[{ frequency: 'monthly', monthlyOn: 'weekday', week: '6' }, '"Week" is "6"', /Use one of/],
		[{ frequency: 'monthly', monthlyOn: 'both' }, '"Monthly On" is "both"', /Use one of/],
		[{ frequency: 'daily', ends: 'onDate' }, '"Until" is empty', /^Enter one such as/],
		[{ frequency: 'daily', ends: 'afterCount', count: 0 }, '"Occurrences" is not usable', /1\.$/],
	])('%j, and is told: %s', (values, message, next) => {
		const description = typeof next === 'string' ? next : expect.stringMatching(next);
		expect(() => rule(values)).toThrow(expect.objectContaining({ message, description }));
	});
});

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const WEEKS: Record<string, number> = { '1': 0, '2': 1, '3': 2, '4': 3 };
const weekday = fc.constantFrom(...WEEKDAYS);

const days = fc.oneof(
	fc.record({ frequency: fc.constant('daily') }),
	fc.record({
		frequency: fc.constant('weekly'),
		weekdays: fc.uniqueArray(weekday, { minLength: 1 }),
	}),
	fc.record({
		frequency: fc.constant('monthly'),
		monthlyOn: fc.constant('monthDay'),
		monthDay: fc.integer({ min: -31, max: 31 }).filter((day) => day !== 0),
	}),
	fc.record({
		frequency: fc.constant('monthly'),
		monthlyOn: fc.constant('weekday'),
		week: fc.constantFrom('1', '2', '3', '4', '-1'),
		weekday,
	}),
);

interface Entered {
	frequency: string;
	interval: number;
	weekdays?: string[];
	monthDay?: number;
	week?: string;
	weekday?: string;
	ends: string;
	count: number;
	until: string;
}

const entered: fc.Arbitrary<Entered> = fc
	.tuple(
		days,
		fc.record({
			interval: fc.integer({ min: 1, max: 5 }),
			ends: fc.constantFrom('never', 'onDate', 'afterCount'),
			count: fc.integer({ min: 1, max: 20 }),
			until: fc
				.integer({ min: Date.UTC(2024), max: Date.UTC(2040) })
				.map((at) => DateTime.fromMillis(at, { zone: 'utc' }).toISODate() ?? ''),
		}),
	)
	.map(([day, rest]) => ({ ...day, ...rest }));

const DAY = 86_400_000;
const HORIZON = 400;

/** Whether a day belongs to the series, by the calendar alone. */
function belongs(day: DateTime, start: DateTime, values: Entered): boolean {
	const { frequency, interval, weekdays, monthDay, week = '' } = values;
	const weekdayOf = WEEKDAYS[day.weekday - 1] ?? '';
	const today = day.toMillis() / DAY;
	const first = start.toMillis() / DAY;
	if (frequency === 'daily') return (today - first) % interval === 0;
	if (frequency === 'weekly') {
		const weeks = (today - day.weekday - (first - start.weekday)) / 7;
		return weeks % interval === 0 && weekdays?.includes(weekdayOf) === true;
	}
	const months = (day.year - start.year) * 12 + day.month - start.month;
	if (months % interval !== 0) return false;
	const last = day.daysInMonth ?? 0;
	if (monthDay !== undefined) return day.day === (monthDay > 0 ? monthDay : last + 1 + monthDay);
	if (weekdayOf !== values.weekday) return false;
	return week === '-1' ? day.day > last - 7 : Math.floor((day.day - 1) / 7) === WEEKS[week];
}

it('the rule falls on the days that the calendar gives for the pattern, on all and on no others', () => {
	const first = fc.integer({ min: Date.UTC(2024) / DAY, max: Date.UTC(2038) / DAY });
	fc.assert(
		fc.property(entered, first, (values, days) => {
			const start = DateTime.fromMillis(days * DAY, { zone: 'utc' });
			if (!start.isValid) throw new Error('No start');
			const calendar = Array.from({ length: HORIZON }, (_, index) => start.plus({ days: index }))
				.filter((day) => belongs(day, start, values))
				.map((day) => day.toFormat('yyyy-MM-dd'))
				.filter((day) => values.ends !== 'onDate' || day <= values.until)
				.slice(0, values.ends === 'afterCount' ? values.count : undefined);
			const series = occurrences(start, rule({ ...values }), calendar.length + 1);
			const found = series.map((one) => one.start.slice(0, 10));
			expect(found.slice(0, calendar.length)).toEqual(calendar);
			// Whatever comes after those comes after all the days that were looked at.
			const horizon = start.plus({ days: HORIZON }).toFormat('yyyy-MM-dd');
			for (const day of found.slice(calendar.length)) expect(day >= horizon).toBe(true);
		}),
		{ numRuns: 100 },
	);
});
