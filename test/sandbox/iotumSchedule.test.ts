import { DateTime } from 'luxon';
import { occurrences } from '../../sandbox/iotum/schedule/occurrences';
import { parseRule } from '../../sandbox/iotum/schedule/parseRule';
import { formatRule } from '../../sandbox/iotum/schedule/rule';

const thursday = DateTime.fromISO('2026-03-05T13:00', { zone: 'America/Toronto' });

function starts(rule: string, start = thursday, months = 12): (string | null)[] {
	const horizon = start.plus({ months });
	return occurrences(parseRule(rule), start, horizon).map((moment) =>
		moment.toFormat('yyyy-MM-dd HH:mm'),
	);
}

describe('the examples of the documents', () => {
	test.each([
		['FREQ=DAILY;INTERVAL=2', ['2026-03-05 13:00', '2026-03-07 13:00', '2026-03-09 13:00']],
		[
			'FREQ=WEEKLY;COUNT=10;BYDAY=MO,WE',
			['2026-03-05 13:00', '2026-03-09 13:00', '2026-03-11 13:00'],
		],
		[
			'FREQ=MONTHLY;COUNT=10;INTERVAL=2;BYDAY=2WE',
			['2026-03-05 13:00', '2026-03-11 13:00', '2026-05-13 13:00'],
		],
		[
			'FREQ=MONTHLY;COUNT=10;INTERVAL=1;BYDAY=-1FR',
			['2026-03-05 13:00', '2026-03-27 13:00', '2026-04-24 13:00'],
		],
		[
			'FREQ=MONTHLY;COUNT=10;INTERVAL=1;BYMONTHDAY=10',
			['2026-03-05 13:00', '2026-03-10 13:00', '2026-04-10 13:00'],
		],
		['FREQ=MONTHLY;BYMONTHDAY=-3', ['2026-03-05 13:00', '2026-03-29 13:00', '2026-04-28 13:00']],
	])('%s begins as described', (rule, expected) => {
		expect(starts(rule).slice(0, 3)).toEqual(expected);
	});

	test('the last day is part of the series', () => {
		expect(starts('FREQ=DAILY;UNTIL=20260307')).toEqual([
			'2026-03-05 13:00',
			'2026-03-06 13:00',
			'2026-03-07 13:00',
		]);
	});
});

describe('a series', () => {
	test('keeps its local time when the clocks change', () => {
		const daily = parseRule('FREQ=DAILY;COUNT=5');
		const moments = occurrences(daily, thursday, thursday.plus({ months: 1 }));
		expect(moments.map((moment) => moment.toUTC().toFormat('dd HH:mm'))).toEqual([
			'05 18:00',
			'06 18:00',
			'07 18:00',
			'08 17:00',
			'09 17:00',
		]);
	});

	test('counts its start, also where the rule would not have it', () => {
		expect(starts('FREQ=WEEKLY;COUNT=2;BYDAY=MO')).toEqual([
			'2026-03-05 13:00',
			'2026-03-09 13:00',
		]);
		expect(starts('FREQ=WEEKLY;COUNT=2;BYDAY=TH')).toEqual([
			'2026-03-05 13:00',
			'2026-03-12 13:00',
		]);
	});

	test('skips months that lack the day', () => {
		const start = DateTime.fromISO('2026-01-31T10:00', { zone: 'UTC' });
		expect(starts('FREQ=MONTHLY;COUNT=3;BYMONTHDAY=31', start)).toEqual([
			'2026-01-31 10:00',
			'2026-03-31 10:00',
			'2026-05-31 10:00',
		]);
	});

	test('ends at the horizon', () => {
		expect(starts('FREQ=DAILY', thursday, 0)).toEqual(['2026-03-05 13:00']);
		expect(starts('FREQ=DAILY;UNTIL=20200101')).toEqual(['2026-03-05 13:00']);
	});
});

test('a rule is shown in one form, whatever form it came in', () => {
	expect(formatRule(parseRule('BYDAY=WE,MO;COUNT=10;FREQ=WEEKLY'))).toBe(
		'FREQ=WEEKLY;COUNT=10;INTERVAL=1;BYDAY=MO,WE',
	);
	expect(formatRule(parseRule('FREQ=DAILY;INTERVAL=2'))).toBe('FREQ=DAILY;INTERVAL=2');
	expect(formatRule(parseRule('FREQ=MONTHLY;BYMONTHDAY=-3'))).toBe(
		'FREQ=MONTHLY;INTERVAL=1;BYMONTHDAY=-3',
	);
});

describe('a rule is refused in the words of the error table', () => {
	test.each([
		['FREQ=YEARLY', 'Schedule FREQ must be DAILY, WEEKLY or MONTHLY'],
		['INTERVAL=2', 'Schedule FREQ must be DAILY, WEEKLY or MONTHLY'],
		['FREQ=MONTHLY;BYDAY=1MO,2WE', 'Schedule MONTHLY BYDAY only supports one item'],
		['FREQ=MONTHLY;BYMONTHDAY=1,15', 'Schedule MONTHLY BYMONTHDAY only supports one item'],
		[
			'FREQ=MONTHLY;BYDAY=1MO;BYMONTHDAY=1',
			'Schedule MONTHLY supports BYDAY or BYMONTHDAY, cannot use both',
		],
		['FREQ=MONTHLY;BYDAY=WE', 'Schedule MONTHLY BYDAY must include number and day'],
		['FREQ=MONTHLY;BYDAY=2', 'Schedule MONTHLY BYDAY must include number and day'],
		['FREQ=MONTHLY', 'Schedule MONTHLY must include BYDAY or BYMONTHDAY'],
		['FREQ=WEEKLY', 'Schedule WEEKLY must include BYDAY'],
	])('%s', (rule, message) => {
		expect(() => parseRule(rule)).toThrow(new Error(message));
	});

	test.each([
		['', 'Unknown field ""'],
		['RRULE:FREQ=DAILY', 'Unknown field "RRULE:FREQ"'],
		['FREQ=DAILY;BYHOUR=9', 'Unknown field "BYHOUR"'],
		['FREQ=DAILY;COUNT=', 'COUNT has no proper value'],
		['FREQ=DAILY;COUNT=2;COUNT=3', 'COUNT is given twice'],
		['FREQ=DAILY;COUNT=0', 'COUNT must be a number from 1 to 9999'],
		['FREQ=DAILY;INTERVAL=-1', 'INTERVAL must be a number from 1 to 9999'],
		['FREQ=DAILY;COUNT=2;UNTIL=20261231', 'COUNT and UNTIL exclude each other'],
		['FREQ=DAILY;UNTIL=20261231T000000Z', 'UNTIL must be a date of eight digits'],
		['FREQ=DAILY;UNTIL=20260231', 'UNTIL must be a date of eight digits'],
		['FREQ=DAILY;BYDAY=MO', 'BYDAY is not for DAILY'],
		['FREQ=WEEKLY;BYDAY=MO;BYMONTHDAY=1', 'BYMONTHDAY is for MONTHLY only'],
		['FREQ=WEEKLY;BYDAY=2MO', 'BYDAY has no day "2MO"'],
		['FREQ=MONTHLY;BYMONTHDAY=32', 'BYMONTHDAY must be from 1 to 31'],
	])('%s has the general text, then its details', (rule, detail) => {
		expect(() => parseRule(rule)).toThrow(`Failed to parse the schedule rule. ${detail}`);
	});
});
