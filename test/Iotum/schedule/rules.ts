import fc from 'fast-check';
import { DateTime } from 'luxon';

/** The parts of a rule, in the order in which they are written. */
export type Part = [name: string, value: string];

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const signed = (maximum: number) =>
	fc.oneof(fc.integer({ min: 1, max: maximum }), fc.integer({ min: -maximum, max: -1 }));

const weekday = fc.constantFrom(...WEEKDAYS);
const weekdays = fc.uniqueArray(weekday, { minLength: 1 }).map((days) => days.join(','));
const numbered = fc.tuple(signed(5), weekday).map(([week, day]) => `${week}${day}`);

/** A date of the years 2024 to 2040 as a rule writes it. */
export const ruleDate = fc
	.integer({ min: Date.UTC(2024), max: Date.UTC(2040, 11, 31) })
	.map((at) => DateTime.fromMillis(at, { zone: 'utc' }).toFormat('yyyyMMdd'));

const part = (name: string, value: fc.Arbitrary<string | number>): fc.Arbitrary<Part[]> =>
	value.map((one) => [[name, String(one)]]);
const none: fc.Arbitrary<Part[]> = fc.constant([]);

const days = fc.oneof(
	fc.constant<Part[]>([['FREQ', 'DAILY']]),
	part('BYDAY', weekdays).map<Part[]>((more) => [['FREQ', 'WEEKLY'], ...more]),
	part('BYDAY', numbered).map<Part[]>((more) => [['FREQ', 'MONTHLY'], ...more]),
	part('BYMONTHDAY', signed(31)).map<Part[]>((more) => [['FREQ', 'MONTHLY'], ...more]),
);
const interval = fc.oneof(none, part('INTERVAL', fc.integer({ min: 1, max: 6 })));
const end = fc.oneof(none, part('COUNT', fc.integer({ min: 1, max: 60 })), part('UNTIL', ruleDate));

/** Any rule that the vendor's documents allow, its parts in any order. */
export const ruleParts: fc.Arbitrary<Part[]> = fc
	.tuple(days, interval, end)
	.map((groups) => groups.flat())
	.chain((parts) => fc.shuffledSubarray(parts, { minLength: parts.length }));

export const textOf = (parts: Part[]) => parts.map(([name, value]) => `${name}=${value}`).join(';');

/** Any such rule as text. */
export const anyRule = ruleParts.map(textOf);
