import { choice, selection, whole } from '../../kit/choice';
import { record } from '../../kit/block';
import { refusal } from '../../kit/error';
import { mapped, when, type Field, type Values } from '../../kit/field';
import { time } from '../../kit/time';

const WEEKDAYS = {
	MO: 'Monday',
	TU: 'Tuesday',
	WE: 'Wednesday',
	TH: 'Thursday',
	FR: 'Friday',
	SA: 'Saturday',
	SU: 'Sunday',
};

const WEEKS = { 1: 'First', 2: 'Second', 3: 'Third', 4: 'Fourth', '-1': 'Last' };

const onMonthDay = { frequency: ['monthly'], monthlyOn: ['monthDay'] };
const onWeekday = { frequency: ['monthly'], monthlyOn: ['weekday'] };

/** An entry with an offset counts by the workflow's time zone. */
const lastDay = time('Until', {
	required: true,
	dateOnly: true,
	description: 'The last day of the series, which is included',
});

const fields = {
	frequency: choice(
		'Frequency',
		{ daily: 'Daily', weekly: 'Weekly', monthly: 'Monthly' },
		{ default: 'weekly' },
	),
	interval: whole('Interval', {
		default: 1,
		minimum: 1,
		description: 'Every how many days, weeks or months, e.g. 2 for every other',
	}),
	weekdays: when(
		{ frequency: ['weekly'] },
		selection('Weekdays', WEEKDAYS, { default: [], required: true }),
	),
	monthlyOn: when(
		{ frequency: ['monthly'] },
		choice(
			'Monthly On',
			{ monthDay: 'Day of the Month', weekday: 'Day of the Week' },
			{ default: 'monthDay' },
		),
	),
	monthDay: when(onMonthDay, monthDay('Month Day')),
	week: when(onWeekday, choice('Week', WEEKS, { default: '1' })),
	weekday: when(onWeekday, choice('Weekday', WEEKDAYS, { default: 'MO' })),
	ends: choice(
		'Ends',
		{ never: 'Never', onDate: 'On a Date', afterCount: 'After a Number of Occurrences' },
		{ default: 'never' },
	),
	until: when({ ends: ['onDate'] }, lastDay),
	count: when(
		{ ends: ['afterCount'] },
		whole('Occurrences', { default: 10, minimum: 1, description: 'After how many it ends' }),
	),
};

export type Pattern = Values<typeof fields>;

/** The guided way to a rule. `undefined` when the block is empty. */
export const pattern = (label: string, description: string): Field<Pattern | undefined> =>
	record(label, fields, { entry: 'Pattern', description });

/** The pattern as a rule that the vendor takes; what is not shown for a frequency is no part of it. */
export function ruleOf(pattern: Pattern): string {
	const { frequency, interval, weekdays, monthDay, week, weekday, until, count } = pattern;
	const days = weekdays && Object.keys(WEEKDAYS).filter((day) => weekdays.includes(day));
	const parts = {
		FREQ: frequency.toUpperCase(),
		INTERVAL: interval,
		BYDAY: days?.join(',') ?? (week && weekday && `${week}${weekday}`),
		BYMONTHDAY: monthDay,
		UNTIL: until?.toFormat('yyyyMMdd'),
		COUNT: count,
	};
	return Object.entries(parts)
		.filter(([, value]) => value !== undefined)
		.map(([name, value]) => `${name}=${value}`)
		.join(';');
}

/** A day of the month, from its start or its end. */
function monthDay(label: string): Field<number> {
	const description =
		'1 is the first day of the month, -1 the last. Months without such a day are left out.';
	const day = whole(label, { default: 1, minimum: -31, maximum: 31, description });
	return mapped(day, (value) => {
		if (value !== 0) return value;
		throw refusal(label, 'is 0', 'Enter 1 to 31, or -1 to -31 counted from the end of the month');
	});
}
