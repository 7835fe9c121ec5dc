import { DateTime } from 'luxon';

import { refusal } from '../../kit/error';

/** The parts of a rule by their names, e.g. `{ FREQ: 'DAILY', INTERVAL: '3' }`. */
type Parts = Partial<Record<string, string>>;

/** How the sentence goes on that begins with the label of the field, and a rule that is right. */
type Broken = [problem: string, example: string] | undefined;

const NAMES = ['FREQ', 'INTERVAL', 'UNTIL', 'COUNT', 'BYDAY', 'BYMONTHDAY'];

const DAILY = 'FREQ=DAILY;INTERVAL=3';
const COUNTED = 'FREQ=DAILY;COUNT=5';
const ENDING = 'FREQ=DAILY;UNTIL=20271231';
const WEEKLY = 'FREQ=WEEKLY;BYDAY=TU,TH';
const ON_WEEKDAY = 'FREQ=MONTHLY;BYDAY=1MO';
const ON_DAY = 'FREQ=MONTHLY;BYMONTHDAY=15';

const ofFrequency: Partial<Record<string, (parts: Parts) => Broken>> = {
	DAILY({ BYDAY, BYMONTHDAY }) {
		if (BYDAY !== undefined) return ['has BYDAY, which FREQ=DAILY does not take', WEEKLY];
		return BYMONTHDAY === undefined ? undefined : onlyMonthly;
	},

	WEEKLY({ BYDAY, BYMONTHDAY }) {
		if (BYMONTHDAY !== undefined) return onlyMonthly;
		if (BYDAY === undefined) return ['must have BYDAY with FREQ=WEEKLY', WEEKLY];
		if (/^(MO|TU|WE|TH|FR|SA|SU)(,(MO|TU|WE|TH|FR|SA|SU))*$/.test(BYDAY)) return undefined;
		return ['must have only MO, TU, WE, TH, FR, SA or SU in the BYDAY of FREQ=WEEKLY', WEEKLY];
	},

	MONTHLY({ BYDAY, BYMONTHDAY }) {
		if (BYDAY !== undefined && BYMONTHDAY !== undefined) {
			return ['has both BYDAY and BYMONTHDAY, but FREQ=MONTHLY takes one of them', ON_DAY];
		}
		if (BYDAY !== undefined) return onWeekday(BYDAY);
		if (BYMONTHDAY !== undefined) return onDay(BYMONTHDAY);
		return ['must have BYDAY or BYMONTHDAY with FREQ=MONTHLY', ON_DAY];
	},
};

const onlyMonthly: Broken = ['has BYMONTHDAY, which only FREQ=MONTHLY takes', ON_DAY];

function onWeekday(item: string): Broken {
	if (item.includes(',')) return ['must have one item in the BYDAY of FREQ=MONTHLY', ON_WEEKDAY];
	if (/^-?[1-5](MO|TU|WE|TH|FR|SA|SU)$/.test(item)) return undefined;
	const week = 'the week (1 to 5, or -1 to -5 from the end)';
	return [`must have ${week} and the day in the BYDAY of FREQ=MONTHLY`, ON_WEEKDAY];
}

function onDay(item: string): Broken {
	if (item.includes(',')) return ['must have one item in BYMONTHDAY', ON_DAY];
	if (/^-?([1-9]|[12]\d|3[01])$/.test(item)) return undefined;
	return ['must have 1 to 31, or -1 to -31 from the end, as BYMONTHDAY', ON_DAY];
}

function brokenPart(pairs: string[][]): Broken {
	const names = pairs.map(([name = '']) => name);
	const other = names.find((name) => !NAMES.includes(name));
	if (other !== undefined) {
		return [`has the part "${other}", but it takes only ${NAMES.join(', ')}`, DAILY];
	}
	const repeated = names.find((name, index) => names.indexOf(name) < index);
	if (repeated) return [`has ${repeated} more than once`, DAILY];
	const wrong = pairs.find((pair) => pair.length !== 2)?.[0];
	return wrong === undefined ? undefined : [`must have one value for ${wrong}, after a =`, DAILY];
}

function brokenEnd({ COUNT, UNTIL }: Parts): Broken {
	if (COUNT !== undefined && UNTIL !== undefined) {
		return ['has both COUNT and UNTIL, but a rule ends in one way', ENDING];
	}
	if (COUNT !== undefined && !isPositive(COUNT)) {
		return ['must have a whole number of at least 1 as COUNT', COUNTED];
	}
	if (UNTIL === undefined || isDate(UNTIL)) return undefined;
	return isDate(UNTIL.split('T')[0])
		? ['has an UNTIL with a time: give the date alone, that day is included', ENDING]
		: ['must have an existing date, as eight digits, as UNTIL', ENDING];
}

function broken(pairs: string[][]): Broken {
	const parts: Parts = Object.fromEntries(pairs);
	const { FREQ = '', INTERVAL = '1' } = parts;
	const check = ofFrequency[FREQ];
	if (!check) return ['must have FREQ as DAILY, WEEKLY or MONTHLY', DAILY];
	if (!isPositive(INTERVAL)) return ['must have a whole number of at least 1 as INTERVAL', DAILY];
	return brokenEnd(parts) ?? check(parts);
}

const isPositive = (text: string) => /^[1-9]\d*$/.test(text);
const isDate = (text = '') => /^\d{8}$/.test(text) && DateTime.fromFormat(text, 'yyyyMMdd').isValid;

/**
 * The rule of a recurring conference, with or without `RRULE:` in front and in whatever case, as it is
 * sent: without that and in capitals. Throws a refusal that names the field and what is broken when the
 * vendor would not take it. Source: seed 002, "Recurring conferences" with the errors of the schedule
 * parameter; seed 004, 8.11 and 8.12. The bounds of weeks and days are those of a month.
 */
export function checkRule(label: string, entry: string): string {
	const entered = entry.trim().toUpperCase();
	const rule = entered.replace(/^RRULE:\s*/, '').replace(/(DAY=)\+/, '$1');
	const pairs = rule.split(';').map((part) => part.trim().split('='));
	const found: Broken = rule === '' ? ['is empty', WEEKLY] : (brokenPart(pairs) ?? broken(pairs));
	if (found) throw refusal(label, found[0], `Write it as in "${found[1]}"`);
	return pairs.map((pair) => pair.join('=')).join(';');
}
