import fc from 'fast-check';
import { DateTime } from 'luxon';
import { wallText } from '../../nodes/kit/clock';
import { moment, wallTime, withIso } from '../../nodes/kit/wallTime';
import { clockChanges, instantsOf, zones, type ClockChange } from './clocks';

const reading = { timezone: 'Europe/Berlin' };
const start = moment('Start', { required: true });
const inZone = (entry: unknown, zone: string) => wallTime(start.parse(entry, reading), zone);

/** What the vendor gets for an entry. */
const sent = (entry: unknown, zone: string) => wallText(inZone(entry, zone));

describe('an entry', () => {
	it('without an offset is wall time in the zone, whatever the zone of the workflow', () => {
		for (const zone of ['America/Toronto', 'Asia/Tokyo', 'UTC']) {
			expect(sent('2026-03-01T10:00', zone)).toBe('2026-03-01 10:00:00');
			expect(sent('2026-03-01 10:00:30', zone)).toBe('2026-03-01 10:00:30');
			expect(sent('20260301T100030', zone)).toBe('2026-03-01 10:00:30');
			expect(sent('2026-03-01', zone)).toBe('2026-03-01 00:00:00');
		}
		expect(inZone('2026-03-01T10:00', 'America/Toronto').toISO()).toBe(
			'2026-03-01T10:00:00.000-05:00',
		);
	});

	it('with an offset is converted to the zone', () => {
		expect(sent('2026-03-01T10:00:00Z', 'America/Toronto')).toBe('2026-03-01 05:00:00');
		expect(sent('2026-03-01T10:00+01:00', 'Asia/Tokyo')).toBe('2026-03-01 18:00:00');
		expect(sent('2026-03-01 23:30:00-0500', 'Asia/Kathmandu')).toBe('2026-03-02 10:15:00');
	});

	it('can be a date of JavaScript or of Luxon, which know their instants', () => {
		const iso = '2026-03-01T10:00:00.250Z';
		expect(sent(new Date(iso), 'Europe/Berlin')).toBe('2026-03-01 11:00:00');
		const luxon = DateTime.fromISO(iso, { zone: 'Asia/Tokyo' });
		expect(sent(luxon, 'Europe/Berlin')).toBe('2026-03-01 11:00:00');
		expect(inZone(luxon, 'Europe/Berlin').millisecond).toBe(0);
	});

	it.each([
		...['soon', '10:00', '2026', '2026-03', '2026-02-30', '2026-03-01T25:00', '1772359200', true],
		...[NaN, {}, [], new Date(NaN), DateTime.invalid('none'), '2026-03-01T10:00[Europe/Berlin]'],
	])('is refused when it is %p', (entry) => {
		expect(() => start.parse(entry, reading)).toThrow(/^"Start" (is not a time|must be text)$/);
		expect(() => moment('Start').parse(entry, reading)).toThrow(/^"Start" /);
	});

	it('may be missing when it is optional', () => {
		expect(moment('Start').parse('', reading)).toBeUndefined();
		expect(moment('Start').parse(null, reading)).toBeUndefined();
		expect(() => start.parse('', reading)).toThrow('"Start" is empty');
	});

	it('is refused in a zone that does not exist', () => {
		for (const entry of ['2026-03-01T10:00', '2026-03-01T10:00Z']) {
			expect(() => inZone(entry, 'Europe/Bielefeld')).toThrow(
				'"Start" has no time zone "Europe/Bielefeld"',
			);
		}
	});
});

describe('on the day of a clock change', () => {
	it('a wall time that the clocks skip is refused with both readings', () => {
		expect(() => inZone('2026-03-29T02:30', 'Europe/Berlin')).toThrow(
			expect.objectContaining({
				message:
					'"Start" is 2026-03-29 02:30:00, which does not exist in Europe/Berlin (the clocks change): it could mean 2026-03-29T03:30:00+02:00 or 2026-03-29T01:30:00+01:00',
				description: 'Enter the one you mean with its offset.',
			}),
		);
		expect(sent('2026-03-29T03:30:00+02:00', 'Europe/Berlin')).toBe('2026-03-29 03:30:00');
		expect(sent('2026-03-29T01:30:00+01:00', 'Europe/Berlin')).toBe('2026-03-29 01:30:00');
	});

	it.each([
		'2026-10-25T02:30',
		'2026-10-25T02:30:00+02:00',
		'2026-10-25T02:30:00+01:00',
		'2026-10-25T00:30:00Z',
	])('a wall time that the clocks repeat is refused, with an offset as well: %s', (entry) => {
		expect(() => inZone(entry, 'Europe/Berlin')).toThrow(
			expect.objectContaining({
				message:
					'"Start" is 2026-10-25 02:30:00, which occurs twice in Europe/Berlin (the clocks change): it could mean 2026-10-25T02:30:00+02:00 or 2026-10-25T02:30:00+01:00',
				description: expect.stringMatching(/^Only the wall time is sent, so an offset cannot /),
			}),
		);
		const elsewhere = inZone('2026-10-25T02:30:00+01:00', 'UTC');
		expect(wallText(elsewhere)).toBe('2026-10-25 01:30:00');
	});

	it.each([
		['Australia/Lord_Howe', '2026-10-04T02:15', '02:45:00+11:00', '01:45:00+10:30'],
		['Australia/Lord_Howe', '2026-04-05T01:45', '01:45:00+11:00', '01:45:00+10:30'],
		['Africa/Cairo', '2026-04-24T00:10', '01:10:00+03:00', '23:10:00+02:00'],
		['Asia/Beirut', '2026-03-29T00:30', '01:30:00+03:00', '23:30:00+02:00'],
		['America/Santiago', '2026-09-06T00:30', '01:30:00-03:00', '23:30:00-04:00'],
	])('%s: %s could mean %s or %s', (zone, entry, one, other) => {
		expect(() => inZone(entry, zone)).toThrow(`T${one}`);
		expect(() => inZone(entry, zone)).toThrow(`T${other}`);
	});
});

const changes = zones.flatMap(clockChanges);

/** The first wall time that a clock change skips or repeats, and the first one after those. */
const span = ({ at, before, after }: ClockChange) => ({
	first: at + Math.min(before, after) * 60_000,
	end: at + Math.max(before, after) * 60_000,
});

it('every clock change until 2040 is seen, to the second', () => {
	// Zones whose clocks change alike need not be asked again.
	const different = new Map(
		changes.map((change) => [`${change.at} ${change.before} ${change.after}`, change]),
	);
	expect(different.size).toBeGreaterThan(500);
	for (const change of different.values()) {
		const { first, end } = span(change);
		const refused = change.after > change.before ? 'does not exist' : 'occurs twice';
		const place = (wall: number) => sent(textOf(wall), change.zone);
		for (const wall of [first - 1000, end]) expect(place(wall)).toBe(textOf(wall));
		for (const wall of [first, end - 1000]) expect(() => place(wall)).toThrow(refused);
	}
});

/** Wall times are told as if they were UTC. */
const textOf = (wall: number) => wallText(DateTime.fromMillis(wall, { zone: 'utc' }));

const change = fc.constantFrom(...changes);
const zone = fc.constantFrom(...zones);

/** A wall time that the clocks of its zone skip or repeat. */
const doubtful = change.chain((one) => {
	const { first, end } = span(one);
	const wall = fc.integer({ min: first / 1000, max: end / 1000 - 1 });
	return fc.record({ zone: fc.constant(one.zone), text: wall.map((at) => textOf(at * 1000)) });
});

/** Any wall time of the years 2024 to 2040, mostly around a clock change. */
const anyTime = fc.oneof(
	doubtful,
	fc
		.tuple(change, fc.integer({ min: -86_400, max: 86_400 }))
		.map(([{ zone, at }, distance]) => ({ zone, text: textOf(at + distance * 1000) })),
	fc.record({
		zone,
		text: fc.integer({ min: Date.UTC(2024), max: Date.UTC(2040, 11, 31) }).map(textOf),
	}),
);

it('a wall time is taken exactly when it names one instant', () => {
	fc.assert(
		fc.property(anyTime, ({ zone, text }) => {
			const [instant, ...others] = instantsOf(text, zone);
			const place = () => inZone(text, zone);
			if (instant === undefined) expect(place).toThrow('does not exist');
			else if (others.length > 0) expect(place).toThrow('occurs twice');
			else {
				const byLuxon = DateTime.fromFormat(text, 'yyyy-MM-dd HH:mm:ss', { zone });
				expect([place().toMillis(), byLuxon.toMillis()]).toEqual([instant, instant]);
				expect(wallText(place())).toBe(text);
			}
		}),
		{ numRuns: 500 },
	);
});

it('both readings of a refused wall time are real, and one that was skipped is taken with its offset', () => {
	fc.assert(
		fc.property(doubtful, ({ zone, text }) => {
			const refusal = refusalOf(() => inZone(text, zone));
			const readings = refusal.match(/\d{4}-\d\d-\d\dT[\d:]+[+-]\d\d:\d\d/g) ?? [];
			const instants = readings.map((iso) => DateTime.fromISO(iso).toMillis());
			const real = instantsOf(text, zone);
			if (real.length > 0) expect(instants).toEqual(real);
			else {
				const [one = 0, other = 0] = instants;
				const { before, after } = changeBetween(zone, other, one);
				expect(one - other).toBe((after - before) * 60_000);
				for (const iso of readings) {
					expect(inZone(iso, zone).toISO({ suppressMilliseconds: true })).toBe(iso);
				}
			}
		}),
		{ numRuns: 300 },
	);
});

it('an entry with an offset keeps its instant, unless its wall time occurs twice', () => {
	fc.assert(
		fc.property(anyTime, zone, ({ zone, text }, entered) => {
			const instant = DateTime.fromFormat(text, 'yyyy-MM-dd HH:mm:ss', { zone });
			const iso = instant.setZone(entered).toISO();
			if (instantsOf(wallText(instant), zone).length > 1) {
				expect(() => inZone(iso, zone)).toThrow('occurs twice');
			} else expect(inZone(iso, zone).toMillis()).toBe(instant.toMillis());
		}),
		{ numRuns: 300 },
	);
});

function changeBetween(zone: string, from: number, to: number): ClockChange {
	const found = changes.find((one) => one.zone === zone && one.at > from && one.at <= to);
	if (!found) throw new Error(`The clocks of ${zone} do not change between the readings`);
	return found;
}

const refusalOf = (work: () => unknown): string => {
	try {
		work();
	} catch (error) {
		return String(error);
	}
	throw new Error('It was not refused');
};

describe('the vendor’s wall times in an output', () => {
	it('get their ISO time beside them', () => {
		const record = {
			id: 1,
			start: '2020-09-19 13:00:00',
			end_time: '2020-12-19 14:00',
			more: true,
		};
		expect(Object.entries(withIso(record, ['start', 'end_time'], 'America/Toronto'))).toEqual([
			['id', 1],
			['start', '2020-09-19 13:00:00'],
			['start_iso', '2020-09-19T13:00:00-04:00'],
			['end_time', '2020-12-19 14:00'],
			['end_time_iso', '2020-12-19T14:00:00-05:00'],
			['more', true],
		]);
	});

	it('that are ISO already are told in the zone as well', () => {
		expect(withIso({ at: '2022-06-03T16:42:07.000Z' }, ['at'], 'US/Central').at_iso).toBe(
			'2022-06-03T11:42:07-05:00',
		);
	});

	it.each([
		...['2026-10-25 02:30:00', '2026-03-29 02:30:00', '2026-02-30 10:00:00', 'now', '', 5, true],
		...['2026-03-01', '0000-00-00 00:00:00', {}],
	])('have none when it is not certain: %p', (start) => {
		const record = { start };
		expect(withIso(record, ['start'], 'Europe/Berlin')).toEqual({ start, start_iso: null });
	});

	it('that are missing stay so', () => {
		const record = { start: null, subject: 'Talk' };
		expect(withIso(record, ['start', 'end_time'], 'UTC')).toEqual(record);
	});

	it.each([undefined, null, '', 'Europe/Bielefeld', 7])('stay alone in the zone %p', (zone) => {
		const record = { start: '2020-09-19 13:00:00' };
		expect(withIso(record, ['start'], zone)).toBe(record);
	});

	it('name the instant that was sent', () => {
		fc.assert(
			fc.property(anyTime, ({ zone, text: start }) => {
				const [instant, ...others] = instantsOf(start, zone);
				const { start_iso: iso } = withIso({ start }, ['start'], zone);
				if (instant === undefined || others.length > 0) expect(iso).toBeNull();
				else expect(DateTime.fromISO(String(iso)).toMillis()).toBe(instant);
			}),
			{ numRuns: 300 },
		);
	});
});
