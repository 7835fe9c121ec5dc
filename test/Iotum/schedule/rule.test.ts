import fc from 'fast-check';
import { UserError } from 'n8n-workflow';
import { checkRule } from '../../../nodes/Iotum/schedule/rule';
import { ruleDate, ruleParts, textOf, type Part } from './rules';

const check = (entry: string) => checkRule('Schedule', entry);

it.each([
	'FREQ=DAILY',
	'FREQ=DAILY;INTERVAL=2',
	'FREQ=DAILY;UNTIL=20280229',
	'FREQ=WEEKLY;BYDAY=SU',
	'FREQ=WEEKLY;COUNT=8;BYDAY=TU,TH',
	'COUNT=8;BYDAY=MO,TU,WE,TH,FR;FREQ=WEEKLY',
	'FREQ=MONTHLY;BYDAY=3TU;INTERVAL=3',
	'FREQ=MONTHLY;BYDAY=-1FR',
	'FREQ=MONTHLY;BYMONTHDAY=31;COUNT=12',
	'FREQ=MONTHLY;BYMONTHDAY=-1',
])('takes %s', (rule) => {
	expect(check(rule)).toBe(rule);
});

it.each([
	['RRULE:FREQ=DAILY', 'FREQ=DAILY'],
	['  rrule: freq=weekly;byday=mo,we ', 'FREQ=WEEKLY;BYDAY=MO,WE'],
	['FREQ=DAILY; COUNT=3', 'FREQ=DAILY;COUNT=3'],
	['FREQ=MONTHLY;BYDAY=+2WE', 'FREQ=MONTHLY;BYDAY=2WE'],
	['FREQ=MONTHLY;BYMONTHDAY=+2', 'FREQ=MONTHLY;BYMONTHDAY=2'],
])('%s is sent as %s', (entry, rule) => {
	expect(check(entry)).toBe(rule);
});

it.each([
	['', 'is empty'],
	['RRULE:', 'is empty'],
	['every Monday', 'has the part "EVERY MONDAY", but it takes only FREQ, '],
	['INTERVAL=2', 'must have FREQ as DAILY, WEEKLY or MONTHLY'],
	['FREQ=YEARLY', 'must have FREQ as DAILY, WEEKLY or MONTHLY'],
	['FREQ=', 'must have FREQ as DAILY, WEEKLY or MONTHLY'],
	['FREQ', 'must have one value for FREQ, after a ='],
	['FREQ=DAILY=2', 'must have one value for FREQ, after a ='],
	['FREQ=DAILY;', 'has the part "", but it takes only FREQ, '],
	['FREQ=DAILY;INTERVAL=0', 'must have a whole number of at least 1 as INTERVAL'],
	['FREQ=DAILY;INTERVAL=+2', 'must have a whole number of at least 1 as INTERVAL'],
	['FREQ=DAILY;COUNT=-1', 'must have a whole number of at least 1 as COUNT'],
	['FREQ=DAILY;COUNT=', 'must have a whole number of at least 1 as COUNT'],
	['FREQ=DAILY;COUNT=3;COUNT=4', 'has COUNT more than once'],
	['FREQ=DAILY;COUNT=3;UNTIL=20271231', 'has both COUNT and UNTIL'],
	['FREQ=DAILY;UNTIL=20271231T235959Z', 'has an UNTIL with a time: give the date alone'],
	['FREQ=DAILY;UNTIL=20270229', 'must have an existing date, as eight digits, as UNTIL'],
	['FREQ=DAILY;UNTIL=2027-12-31', 'must have an existing date, as eight digits, as UNTIL'],
	['FREQ=DAILY;UNTIL=', 'must have an existing date, as eight digits, as UNTIL'],
	['FREQ=DAILY;BYDAY=MO', 'has BYDAY, which FREQ=DAILY does not take'],
	['FREQ=DAILY;BYMONTHDAY=3', 'has BYMONTHDAY, which only FREQ=MONTHLY takes'],
	['FREQ=WEEKLY;BYDAY=MO;BYMONTHDAY=3', 'has BYMONTHDAY, which only FREQ=MONTHLY takes'],
	['FREQ=WEEKLY', 'must have BYDAY with FREQ=WEEKLY'],
	['FREQ=WEEKLY;BYDAY=2MO', 'must have only MO, TU, WE, TH, FR, SA or SU in the BYDAY of '],
	['FREQ=WEEKLY;BYDAY=MO,', 'must have only MO, TU, WE, TH, FR, SA or SU in the BYDAY of '],
	['FREQ=WEEKLY;BYDAY=MON', 'must have only MO, TU, WE, TH, FR, SA or SU in the BYDAY of '],
	['FREQ=MONTHLY', 'must have BYDAY or BYMONTHDAY with FREQ=MONTHLY'],
	['FREQ=MONTHLY;BYDAY=1MO;BYMONTHDAY=1', 'has both BYDAY and BYMONTHDAY, but FREQ=MONTHLY'],
	['FREQ=MONTHLY;BYDAY=1MO,2MO', 'must have one item in the BYDAY of FREQ=MONTHLY'],
	['FREQ=MONTHLY;BYDAY=MO', 'must have the week (1 to 5, or -1 to -5 from the end) and the day'],
	['FREQ=MONTHLY;BYDAY=6MO', 'must have the week (1 to 5, or -1 to -5 from the end) and the day'],
	['FREQ=MONTHLY;BYDAY=0MO', 'must have the week (1 to 5, or -1 to -5 from the end) and the day'],
	['FREQ=MONTHLY;BYMONTHDAY=1,15', 'must have one item in BYMONTHDAY'],
	['FREQ=MONTHLY;BYMONTHDAY=0', 'must have 1 to 31, or -1 to -31 from the end, as BYMONTHDAY'],
	['FREQ=MONTHLY;BYMONTHDAY=32', 'must have 1 to 31, or -1 to -31 from the end, as BYMONTHDAY'],
	['FREQ=DAILY;WKST=MO', 'has the part "WKST", but it takes only FREQ, INTERVAL, UNTIL, COUNT'],
	['DTSTART:20270101T100000Z\nRRULE:FREQ=DAILY', 'has the part "DTSTART:20270101T100000Z'],
	['FREQ=DAILY;__proto__=1', 'has the part "__PROTO__", but it takes only FREQ, '],
])('refuses "%s" because it %s', (entry, problem) => {
	const { message, description } = refusalOf(entry);
	expect(message.startsWith(`"Schedule" ${problem}`)).toBe(true);
	expect(description).toMatch(/^Write it as in "FREQ=.*"\.$/);
});

it('takes every rule of the vendor’s subset, in any order and case', () => {
	const prefix = fc.constantFrom('', 'RRULE:', 'rrule:', ' RRULE: ');
	const spelling = fc.constantFrom<'toUpperCase' | 'toLowerCase'>('toUpperCase', 'toLowerCase');
	fc.assert(
		fc.property(ruleParts, prefix, spelling, (parts, before, spelled) => {
			const rule = textOf(parts);
			expect(check(`${before}${rule[spelled]()}`)).toBe(rule);
		}),
		{ numRuns: 500 },
	);
});

/** Ways to leave the subset, each from any rule in it. */
const mistakes: Record<string, (parts: Part[], date: string) => Part[]> = {
	'no frequency': (parts) => without(parts, 'FREQ'),
	'another frequency': (parts) => withPart(parts, ['FREQ', 'HOURLY']),
	'a part twice': (parts) => [...parts, ...parts.slice(-1)],
	'an unknown part': (parts) => [...parts, ['BYHOUR', '10']],
	'the start of the week': (parts) => [...parts, ['WKST', 'SU']],
	'an empty part': (parts) => [...parts, ['', '']],
	'interval 0': (parts) => withPart(parts, ['INTERVAL', '0']),
	'half an interval': (parts) => withPart(parts, ['INTERVAL', '1.5']),
	'count 0': (parts) => withPart(without(parts, 'UNTIL'), ['COUNT', '0']),
	'a negative count': (parts) => withPart(without(parts, 'UNTIL'), ['COUNT', '-3']),
	'two ends': (parts, date) => withPart(withPart(parts, ['COUNT', '3']), ['UNTIL', date]),
	'an end with a time': (parts, date) =>
		withPart(without(parts, 'COUNT'), ['UNTIL', `${date}T120000Z`]),
	'an end that does not exist': (parts, date) =>
		withPart(without(parts, 'COUNT'), ['UNTIL', `${date.slice(0, 4)}0931`]),
	'a week without its days': (parts) => without(withPart(parts, ['FREQ', 'WEEKLY']), 'BYDAY'),
	'a week with numbered days': (parts) =>
		withPart(withPart(without(parts, 'BYMONTHDAY'), ['FREQ', 'WEEKLY']), ['BYDAY', 'MO,1TU']),
	'a day of the month each week': (parts) =>
		withPart(withPart(withPart(parts, ['FREQ', 'WEEKLY']), ['BYDAY', 'MO']), ['BYMONTHDAY', '3']),
	'days of the week each day': (parts) =>
		withPart(withPart(parts, ['FREQ', 'DAILY']), ['BYDAY', 'MO']),
	'a month without its day': (parts) =>
		without(without(withPart(parts, ['FREQ', 'MONTHLY']), 'BYDAY'), 'BYMONTHDAY'),
	'a month with both days': (parts) =>
		withPart(withPart(withPart(parts, ['FREQ', 'MONTHLY']), ['BYDAY', '1MO']), ['BYMONTHDAY', '1']),
	'a month with two days': (parts) =>
		withPart(without(withPart(parts, ['FREQ', 'MONTHLY']), 'BYDAY'), ['BYMONTHDAY', '1,-1']),
	'a month with a day of no week': (parts) =>
		withPart(without(withPart(parts, ['FREQ', 'MONTHLY']), 'BYMONTHDAY'), ['BYDAY', 'MO']),
	'day 32': (parts) =>
		withPart(without(withPart(parts, ['FREQ', 'MONTHLY']), 'BYDAY'), ['BYMONTHDAY', '-32']),
};

it.each(Object.entries(mistakes))('refuses a rule with %s, and shows a right one', (_, mistake) => {
	fc.assert(
		fc.property(ruleParts, ruleDate, (parts, date) => {
			const { message, description } = refusalOf(textOf(mistake(parts, date)));
			expect(message).toMatch(/^"Schedule" (has|must have|is empty)/);
			const [, example = ''] = /"(.*)"/.exec(description ?? '') ?? [];
			expect(check(example)).toBe(example);
		}),
	);
});

it('refuses any other text', () => {
	const text = fc.string({ unit: fc.constantFrom(...'FREQ=DAILY;,0123 TU\n:') });
	fc.assert(
		fc.property(text, (entry) => {
			fc.pre(!/FREQ=DAILY/.test(entry));
			refusalOf(entry);
		}),
		{ numRuns: 500 },
	);
});

const without = (parts: Part[], unwanted: string) => parts.filter(([name]) => name !== unwanted);
const withPart = (parts: Part[], part: Part): Part[] => [...without(parts, part[0]), part];

function refusalOf(entry: string): UserError {
	try {
		check(entry);
	} catch (error) {
		if (error instanceof UserError) return error;
		throw error;
	}
	throw new Error(`It was not refused: ${entry}`);
}
