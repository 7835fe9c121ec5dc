import fc from 'fast-check';
import { isRepeat } from '../../nodes/kit/recent';
import { seen } from '../../nodes/kit/seen';

const keys = fc.array(fc.string({ unit: 'binary' }), { maxLength: 60 });

/** What is remembered after looks that saw these keys, one after the other. */
const after = (looks: string[][], list: { isWhole: boolean }) =>
	looks.reduce<object | undefined>((state, look) => seen(state).next(look, list), undefined);

const whole = { isWhole: true };
const torn = { isWhole: false };

describe('what a polling trigger remembers (seen)', () => {
	it('finds every key of the last look again, and no other', () => {
		fc.assert(
			fc.property(keys, keys, keys, (earlier, last, others) => {
				const { has } = seen(after([earlier, last], whole));
				for (const key of last) expect(has(key)).toBe(true);
				for (const key of [...earlier, ...others]) expect(has(key)).toBe(last.includes(key));
			}),
		);
	});

	it('forgets a key only when two looks in a row missed it, as a list may change while it is read', () => {
		fc.assert(
			fc.property(keys, keys, keys, (first, second, third) => {
				const once = seen(after([first, second], torn));
				for (const key of [...first, ...second]) expect(once.has(key)).toBe(true);
				const twice = seen(after([first, second, third], torn));
				for (const key of [...second, ...third]) expect(twice.has(key)).toBe(true);
				for (const key of first) {
					expect(twice.has(key)).toBe([...second, ...third].includes(key));
				}
			}),
		);
	});

	it('takes twelve characters for each key of the last two looks, however long or frequent it is', () => {
		const size = (state: object | undefined) => Object.values(state ?? {}).join('').length;
		fc.assert(
			fc.property(fc.array(keys, { minLength: 1, maxLength: 5 }), (looks) => {
				const twice = looks.map((look) => [...look, ...look]);
				const [previous = [], last = []] = [looks.at(-2), looks.at(-1)];
				expect(size(after(twice, whole))).toBe(12 * new Set(last).size);
				expect(size(after(twice, torn))).toBe(12 * new Set([...previous, ...last]).size);
			}),
		);
	});

	it('survives the way through n8n’s database, and anything else that may be stored there', () => {
		fc.assert(
			fc.property(keys, keys, fc.anything(), (earlier, last, stored) => {
				const state = after([earlier, last], torn);
				const restored: unknown = JSON.parse(JSON.stringify(state));
				expect([...earlier, ...last].every(seen(restored).has)).toBe(true);
				expect(seen(stored).has('a')).toBe(false);
			}),
		);
	});
});

const MINUTES = 60_000;
let start = 0;

describe('what a webhook remembers (recent)', () => {
	// Each example happens on a day of its own, when the earlier ones are long forgotten.
	beforeEach(() => (start += 24 * 60 * MINUTES));

	it('knows a delivery for ten minutes from its first arrival', () => {
		const deliveries = fc.array(
			fc.record({
				key: fc.constantFrom('a', 'b', 'c'),
				after: fc.integer({ min: 0, max: 4 * MINUTES }),
			}),
			{ maxLength: 40 },
		);
		fc.assert(
			fc.property(deliveries, (sequence) => {
				let now = (start += 24 * 60 * MINUTES);
				const first = new Map<string, number>();
				for (const { key, after } of sequence) {
					now += after;
					const known = now - (first.get(key) ?? -Infinity) < 10 * MINUTES;
					expect(isRepeat(key, now)).toBe(known);
					if (!known) first.set(key, now);
				}
			}),
		);
	});

	it('is bounded: among very many deliveries the oldest are forgotten first', () => {
		const count = 10_050;
		for (let index = 0; index < count; index++) isRepeat(`many ${index}`, start);
		expect(isRepeat('many 10049', start)).toBe(true);
		expect(isRepeat('many 0', start)).toBe(false);
	});
});
