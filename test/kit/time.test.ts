import fc from 'fast-check';
import { DateTime } from 'luxon';
import { day, time } from '../../nodes/kit/time';

const field = time('Links Valid From', { required: true });
const timezone = fc.constantFrom(
	...[
		'UTC',
		'Europe/Berlin',
		'America/New_York',
		'Asia/Kolkata',
		'Asia/Kathmandu',
		'Australia/Lord_Howe',
	],
	...['America/St_Johns', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Africa/Casablanca'],
);
const instant = fc
	.date({ min: new Date('1990-01-01Z'), max: new Date('2090-01-01Z'), noInvalidDate: true })
	.map((date) => date.getTime());

it('an entry with an offset is that instant, whatever the workflow’s zone', () => {
	fc.assert(
		fc.property(instant, timezone, timezone, (milliseconds, zone, own) => {
			const iso = DateTime.fromMillis(milliseconds, { zone }).toISO();
			expect(field.parse(iso, { timezone: own }).toMillis()).toBe(milliseconds);
		}),
	);
});

it('an entry without an offset is wall time in the workflow’s zone', () => {
	fc.assert(
		fc.property(instant, timezone, (milliseconds, zone) => {
			const there = DateTime.fromMillis(milliseconds, { zone }).startOf('minute');
			// In the hour that a clock change repeats, the wall time alone names two instants.
			fc.pre(there.getPossibleOffsets().length === 1);
			const wall = there.toFormat("yyyy-MM-dd'T'HH:mm");
			for (const entry of [wall, `${wall}:00`, `${wall}:00.000`, ` ${wall} `]) {
				expect(field.parse(entry, { timezone: zone }).toMillis()).toBe(there.toMillis());
			}
		}),
	);
});

it('a date from an expression, of JavaScript or of Luxon, is its instant', () => {
	fc.assert(
		fc.property(instant, timezone, timezone, (milliseconds, zone, own) => {
			const reading = { timezone: own };
			expect(field.parse(new Date(milliseconds), reading).toMillis()).toBe(milliseconds);
			const luxon = DateTime.fromMillis(milliseconds, { zone });
			expect(field.parse(luxon, reading).toMillis()).toBe(milliseconds);
		}),
	);
});

it('anything else is refused with the name of the field', () => {
	const nonsense = fc.oneof(
		fc.string().filter((text) => !DateTime.fromISO(text.trim()).isValid),
		fc.constantFrom(
			null,
			undefined,
			{},
			[],
			true,
			NaN,
			new Date(NaN),
			'2026-02-30',
			'2026-01-01T25:00',
		),
	);
	fc.assert(
		fc.property(nonsense, timezone, (entry, zone) => {
			expect(() => field.parse(entry, { timezone: zone })).toThrow(/^"Links Valid From" /);
		}),
	);
});

it('an optional time that is left empty has no value; a required one is refused', () => {
	const reading = { timezone: 'UTC' };
	for (const entry of ['', '  ', undefined, null]) {
		expect(time('Since').parse(entry, reading)).toBeUndefined();
		expect(() => field.parse(entry, reading)).toThrow('"Links Valid From" is empty');
	}
	expect(time('Since').parse('2026-03-01T10:00', reading)?.toISO()).toBe(
		'2026-03-01T10:00:00.000Z',
	);
	expect(() => time('Since').parse('soon', reading)).toThrow('"Since" is not a time');
	expect(time('Since').property.required).toBeUndefined();
	expect(field.property.required).toBe(true);
});

describe('a wall time of a day on which the clocks change', () => {
	const reading = { timezone: 'Europe/Berlin' };

	it.each([
		['2026-03-29T02:30', 'does not exist', '+01:00', '+02:00'],
		['2026-10-25 02:30:00', 'occurs twice', '+02:00', '+01:00'],
	])('%s is refused, as it %s', (entry, problem, ...offsets) => {
		const refused = () => field.parse(entry, reading);
		expect(refused).toThrow(
			`"Links Valid From" is ${entry.slice(0, 10)} 02:30:00, which ${problem}`,
		);
		for (const offset of offsets) expect(refused).toThrow(offset);
		expect(refused).toThrow(
			expect.objectContaining({ description: 'Enter the one you mean with its offset.' }),
		);
	});

	it('is taken with its offset, and from a field of which only the day counts', () => {
		expect(field.parse('2026-10-25T02:30+01:00', reading).toMillis()).toBe(
			Date.UTC(2026, 9, 25, 1, 30),
		);
		const until = time('Until', { required: true, dateOnly: true });
		// Chile's clocks skip the first hour of this day.
		const skipped = until.parse('2026-09-06T00:00', { timezone: 'America/Santiago' });
		expect(skipped.toISODate()).toBe('2026-09-06');
	});
});

describe('a day', () => {
	const since = day('Since', { required: true });
	const reading = { timezone: 'America/New_York' };

	it('is that of the entry, whatever the zones of the workflow and of the machine', () => {
		fc.assert(
			fc.property(instant, timezone, timezone, (milliseconds, zone, own) => {
				const there = DateTime.fromMillis(milliseconds, { zone });
				const expected = there.toFormat('yyyy-MM-dd');
				const wall = there.toFormat("yyyy-MM-dd'T'HH:mm:ss");
				const entries = [expected, wall, wall.replace('T', ' '), ` ${expected} `];
				for (const entry of [...entries, there.toISO(), there]) {
					expect(since.parse(entry, { timezone: own })).toBe(expected);
				}
			}),
		);
	});

	it('is that of UTC for a date of JavaScript, which has no zone', () => {
		expect(since.parse(new Date('2026-03-01T23:30:00Z'), reading)).toBe('2026-03-01');
	});

	it('can be left empty unless it is required', () => {
		for (const entry of ['', '  ', undefined, null]) {
			expect(day('Until', {}).parse(entry, reading)).toBeUndefined();
			expect(() => since.parse(entry, reading)).toThrow(
				expect.objectContaining({
					message: '"Since" is empty',
					description: 'Enter one such as 2026-03-01.',
				}),
			);
		}
		expect([since.property.required, day('Until', {}).property.required]).toEqual([
			true,
			undefined,
		]);
	});

	it.each(['2026-02-30', '2026-13-01', '01.03.2026', '03/01/2026', 'today', new Date(NaN)])(
		'%p is refused',
		(entry) => {
			expect(() => since.parse(entry, reading)).toThrow('"Since" is not a date');
		},
	);

	it.each(['10:00', 'T10:00', '12', 12, '2026', '2026-03'])(
		'%p names no day, so it is refused instead of taken for one',
		(entry) => {
			expect(() => since.parse(entry, reading)).toThrow('"Since" is not a date');
		},
	);
});

it.each(['10:00', 'T10:00', '12', 12])('%p is no time of any day', (entry) => {
	expect(() => field.parse(entry, { timezone: 'UTC' })).toThrow('"Links Valid From" is not a time');
});
