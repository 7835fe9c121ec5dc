import fc from 'fast-check';
import { DateTime } from 'luxon';
import { time } from '../../nodes/kit/time';

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
