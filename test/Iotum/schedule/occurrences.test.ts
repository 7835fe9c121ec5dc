import fc from 'fast-check';
import { DateTime } from 'luxon';
import { rrulestr } from 'rrule';
import { occurrences } from '../../../nodes/Iotum/schedule/occurrences';
import { clockChanges, instantsOf } from '../../kit/clocks';
import { anyRule } from './rules';

/** The start of a series as wall time in a zone. */
function from(text: string, zone: string): DateTime<true> {
	const start = DateTime.fromSQL(text, { zone });
	if (start.isValid) return start;
	throw new Error(`${text} is no time in ${zone}`);
}

const wallTimes = (...given: Parameters<typeof occurrences>) =>
	occurrences(...given).map(({ wallTime }) => wallTime);

it('tells each conference’s time, wall time and day, at the same wall time in summer and winter', () => {
	const start = from('2026-10-22 10:00:00', 'Europe/Berlin');
	expect(occurrences(start, 'FREQ=WEEKLY;BYDAY=TU,TH', 3)).toEqual([
		{
			start: '2026-10-22T10:00:00+02:00',
			wallTime: '2026-10-22 10:00:00',
			weekday: 'Thursday',
		},
		{
			start: '2026-10-27T10:00:00+01:00',
			wallTime: '2026-10-27 10:00:00',
			weekday: 'Tuesday',
		},
		{
			start: '2026-10-29T10:00:00+01:00',
			wallTime: '2026-10-29 10:00:00',
			weekday: 'Thursday',
		},
	]);
});

it('remarks that a wall time is skipped or repeated one day', () => {
	const remarks = (start: string) =>
		occurrences(from(start, 'Europe/Berlin'), 'FREQ=DAILY', 3).map(({ start, remark }) => [
			start,
			remark,
		]);
	expect(remarks('2026-03-28 02:30:00')).toEqual([
		['2026-03-28T02:30:00+01:00', undefined],
		[
			'2026-03-29T03:30:00+02:00',
			'The wall time does not exist in Europe/Berlin (the clocks change): it could mean 2026-03-29T03:30:00+02:00 or 2026-03-29T01:30:00+01:00',
		],
		['2026-03-30T02:30:00+02:00', undefined],
	]);
	expect(remarks('2026-10-24 02:30:00')).toEqual([
		['2026-10-24T02:30:00+02:00', undefined],
		[
			'2026-10-25T02:30:00+02:00',
			'The wall time occurs twice in Europe/Berlin (the clocks change): it could mean 2026-10-25T02:30:00+02:00 or 2026-10-25T02:30:00+01:00',
		],
		['2026-10-26T02:30:00+01:00', undefined],
	]);
});

it.each(['Pacific/Kiritimati', 'Europe/Berlin', 'UTC', 'Pacific/Pago_Pago'])(
	'the day of UNTIL is the last one in %s, early and late',
	(zone) => {
		for (const time of ['00:00:00', '23:59:59']) {
			const start = from(`2026-12-29 ${time}`, zone);
			expect(wallTimes(start, 'FREQ=DAILY;UNTIL=20261231', 10)).toEqual(
				['29', '30', '31'].map((day) => `2026-12-${day} ${time}`),
			);
		}
	},
);

it('gives as many as are wanted, or as there are', () => {
	const start = from('2026-01-31 09:00:00', 'America/Toronto');
	expect(wallTimes(start, 'FREQ=MONTHLY;BYMONTHDAY=31', 3)).toEqual([
		'2026-01-31 09:00:00',
		'2026-03-31 09:00:00',
		'2026-05-31 09:00:00',
	]);
	expect(wallTimes(start, 'FREQ=DAILY;COUNT=2', 5)).toHaveLength(2);
	expect(wallTimes(start, 'FREQ=DAILY;UNTIL=20260130', 5)).toEqual([]);
	expect(wallTimes(start, 'FREQ=DAILY', 0)).toEqual([]);
});

const SQL = 'yyyy-MM-dd HH:mm:ss';
const zones = [
	...['Europe/Berlin', 'Europe/Dublin', 'America/Toronto', 'America/St_Johns', 'America/Havana'],
	...['America/Santiago', 'Africa/Cairo', 'Africa/Casablanca', 'Asia/Beirut', 'Asia/Jerusalem'],
	...['Asia/Kathmandu', 'Australia/Lord_Howe', 'Pacific/Chatham', 'Antarctica/Troll', 'UTC'],
];
const changes = zones.flatMap(clockChanges);
const change = fc.oneof(
	fc.constantFrom(...changes),
	fc.record({ zone: fc.constantFrom(...zones), at: fc.constantFrom(Date.UTC(2024)) }),
);

/** A start in the weeks before a clock change of its zone, so that most series run into it. */
const start = fc
	.tuple(change, fc.integer({ min: -20 * 86_400, max: 86_400 }))
	.map(([{ zone, at }, seconds]) => DateTime.fromMillis(at + seconds * 1000, { zone }))
	.map((time) => ({ text: time.toFormat(SQL), zone: time.zoneName ?? '' }));

it('keeps the wall time, and what is not remarked on names one instant', () => {
	fc.assert(
		fc.property(start, anyRule, ({ text, zone }, rule) => {
			const first = from(text, zone);
			for (const one of occurrences(first, rule, 20)) {
				const { wallTime, weekday, remark } = one;
				expect(wallTime.slice(11)).toBe(first.toFormat('HH:mm:ss'));
				expect(weekday).toBe(DateTime.fromSQL(wallTime, { zone: 'utc' }).weekdayLong);
				const time = DateTime.fromISO(one.start, { zone });
				expect(time.toISO({ suppressMilliseconds: true })).toBe(one.start);
				const instants = instantsOf(wallTime, zone);
				if (instants.length === 0) expect(remark).toContain('does not exist');
				else expect(time.toMillis()).toBe(instants[0]);
				if (instants.length > 1) expect(remark).toContain('occurs twice');
				if (instants.length === 1) expect(remark).toBeUndefined();
			}
		}),
		{ numRuns: 100 },
	);
});

it('falls on the days that rrule finds for the wall times', () => {
	fc.assert(
		fc.property(start, anyRule, ({ text, zone }, rule) => {
			const first = from(text, zone);
			const floating = first.toFormat("yyyyMMdd'T'HHmmss'Z'");
			const inclusive = rule.replace(/UNTIL=\d{8}/, '$&T235959Z');
			const expected = rrulestr(`DTSTART:${floating}\nRRULE:${inclusive}`)
				.all((_, index) => index < 30)
				.map((date) => DateTime.fromJSDate(date, { zone: 'utc' }).toFormat(SQL));
			expect(wallTimes(first, rule, 30)).toEqual(expected);
		}),
		{ numRuns: 100 },
	);
});
