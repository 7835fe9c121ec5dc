import { choice, flag, selection, whole } from '../../nodes/kit/choice';
import { record, records } from '../../nodes/kit/block';
import { email } from '../../nodes/kit/email';
import { notice, text } from '../../nodes/kit/field';
import { path } from '../../nodes/kit/path';
import { requestOptions } from '../../nodes/kit/settings';

// What the fields make of entries that n8n's editor cannot give, but expressions, imported workflows
// and older versions of n8n can.

const requestTimes = [
	['Max Wait', requestOptions.maxWait],
	['Timeout', requestOptions.timeout],
] as const;
const reading = { timezone: 'Europe/Berlin' };
const person = { email: email('Email', { required: true }), name: text('Name') };
const people = { entry: 'Person', description: 'Who it is' };

describe('a switch', () => {
	const field = flag('Confirm', true, 'Whether to confirm');

	it.each([
		[true, true],
		[false, false],
		['true', true],
		['false', false],
	])('takes %p', (entry, value) => {
		expect(field.parse(entry, reading)).toBe(value);
	});

	it.each(['yes', 1, '', null, {}])('refuses %p', (entry) => {
		expect(() => field.parse(entry, reading)).toThrow('"Confirm" must be true or false');
	});
});

describe('a whole number', () => {
	const open = whole('Limit', { default: 50, minimum: 1, description: 'How many' });
	const closed = whole('Retries', {
		default: 3,
		minimum: 0,
		maximum: 10,
		description: 'How often',
	});

	it('takes a number or its text', () => {
		expect([open.parse(7, reading), open.parse(' 7 ', reading)]).toEqual([7, 7]);
	});

	it.each([0, 1.5, '', 'seven', null])('refuses %p', (entry) => {
		expect(() => open.parse(entry, reading)).toThrow('"Limit" is not usable');
	});

	it('tells both bounds', () => {
		const next = 'Enter a whole number of at least 0 and at most 10.';
		expect(() => closed.parse(11, reading)).toThrow(expect.objectContaining({ description: next }));
	});
});

describe('a choice', () => {
	const values = { live: 'Live', test: 'Test' };

	it('takes a value in any case, and another only when it is open', () => {
		expect(choice('State', values, { default: 'live' }).parse('LIVE', reading)).toBe('live');
		const open = choice('State', values, { default: 'live', open: true });
		expect(open.parse('PACKING', reading)).toBe('PACKING');
		expect(() => open.parse('', reading)).toThrow('"State" is ""');
	});

	it('takes several as a list or with commas', () => {
		const several = selection('States', values, { default: [] });
		expect(several.parse('live, TEST', reading)).toEqual(['live', 'test']);
		expect(several.parse([], reading)).toEqual([]);
		expect(() => several.parse(['other'], reading)).toThrow('"States" contains "other"');
	});

	it('wants at least one when one is needed', () => {
		const some = selection('States', values, { default: [], required: true });
		expect(() => some.parse('', reading)).toThrow('"States" is empty');
	});
});

describe('a block of fields', () => {
	const one = records('Person', person, { ...people, exactly: 1 });
	const once = record('Person', person, people);

	it('takes a single entry as such or as a list', () => {
		const entry = { email: 'nathan@example.com' };
		expect(one.parse({ values: entry }, reading)).toEqual([entry]);
		expect(one.parse({ values: [entry] }, reading)).toEqual([entry]);
	});

	it.each([
		[0, {}],
		[0, 'text'],
		[2, { values: [{ email: 'a@example.com' }, { email: 'b@example.com' }] }],
	])('that is needed once refuses %p entries', (count, entry) => {
		const message = `"Person" has ${count} entries, but it must have exactly 1`;
		expect(() => one.parse(entry, reading)).toThrow(message);
	});

	it('demands its required fields', () => {
		expect(() => one.parse({ values: [{ name: 'Nathan' }] }, reading)).toThrow('"Email" is empty');
		expect(() => once.parse({ values: {} }, reading)).toThrow('"Email" is empty');
	});

	it('that is filled in once has no value while it is not added', () => {
		expect(once.parse({}, reading)).toBeUndefined();
		expect(once.parse(undefined, reading)).toBeUndefined();
	});
});

it('a secret with a blank at its end is refused: without it, it would be another one', () => {
	const password = text('Password', { password: true });
	expect(password.parse('two words', reading)).toBe('two words');
	expect(password.parse('', reading)).toBeUndefined();
	for (const entry of ['pssst ', ' pssst', 'pssst\n', ' ']) {
		expect(() => password.parse(entry, reading)).toThrow('"Password" begins or ends with a blank');
	}
});

it('a text refuses lists and objects', () => {
	expect(() => text('Name').parse(['a'], reading)).toThrow('"Name" must be text');
	expect(text('Name').parse(null, reading)).toBeUndefined();
	expect(text('Name').parse(53, reading)).toBe('53');
});

it('a remark has no value', () => {
	expect(notice('Take care').parse('anything', reading)).toBeUndefined();
});

it('a path starts at the root', () => {
	expect(() => path`users/${'53'}`).toThrow('"users/53" cannot be part of an address');
});

it.each([NaN, Infinity, -Infinity])(
	'a text refuses %p, which an expression gives by mistake',
	(raw) => {
		expect(() => text('Name').parse(raw, reading)).toThrow('"Name" must be text');
	},
);

it.each(['cut \ud83d', '\udc00', 'a\ud800b'])('a text refuses half of a character (%j)', (raw) => {
	expect(() => text('Name').parse(raw, reading)).toThrow('"Name" contains half of a character');
});

it.each(requestTimes)(
	'%s is no longer than a timer can be, which would end at once',
	(_name, field) => {
		expect(() => field.parse(2 ** 31, reading)).toThrow('is not usable');
		expect(() => field.parse(Number.MAX_SAFE_INTEGER, reading)).toThrow('is not usable');
	},
);
