import fc from 'fast-check';
import { DateTime } from 'luxon';
import type { Failure } from '../../nodes/kit/failure';
import { pauseBefore } from '../../nodes/kit/retry';

const persistence = fc.record({
	repeatable: fc.boolean(),
	maxRetries: fc.integer({ min: 0, max: 10 }),
	maxWait: fc.integer({ min: 0, max: 120 }).map((seconds) => seconds * 1000),
});
const attempts = fc.integer({ min: 1, max: 12 });

const answered = (status: number, headers: Record<string, string> = {}): Failure => ({
	kind: 'status',
	status,
	headers,
	body: '',
});
const status = fc.integer({ min: 300, max: 599 });
const seconds = fc.integer({ min: 0, max: 100_000 });

it('never pauses longer than allowed, and never repeats more often', () => {
	const header = fc.option(fc.oneof(seconds.map(String), fc.string()), { nil: undefined });
	fc.assert(
		fc.property(attempts, status, header, persistence, (count, code, retryAfter, limits) => {
			const headers = retryAfter === undefined ? undefined : { 'retry-after': retryAfter };
			const { milliseconds } = pauseBefore(count, answered(code, headers), limits);
			if (milliseconds === undefined) return;
			expect(milliseconds).toBeGreaterThanOrEqual(0);
			expect(milliseconds).toBeLessThanOrEqual(limits.maxWait);
			expect(count).toBeLessThanOrEqual(limits.maxRetries);
			expect(code === 429 || (limits.repeatable && code >= 500)).toBe(true);
		}),
	);
});

it('repeats what may not be repeated only after 429', () => {
	fc.assert(
		fc.property(attempts, status, persistence, (count, code, limits) => {
			const pause = pauseBefore(count, answered(code), { ...limits, repeatable: false });
			const repeated = code === 429 && count <= limits.maxRetries;
			expect(pause.milliseconds !== undefined).toBe(repeated);
		}),
	);
});

it('pauses half a second first and twice as long each time, up to what is allowed', () => {
	fc.assert(
		fc.property(attempts, persistence, (count, limits) => {
			fc.pre(count <= limits.maxRetries);
			const { milliseconds } = pauseBefore(count, answered(429), limits);
			expect(milliseconds).toBe(Math.min(500 * 2 ** (count - 1), limits.maxWait));
		}),
	);
});

describe('Retry-After', () => {
	const limits = { repeatable: true, maxRetries: 10, maxWait: 1e9 };

	it('in seconds is kept to the millisecond', () => {
		fc.assert(
			fc.property(seconds, fc.constantFrom(429, 500, 503), (wanted, code) => {
				const headers = { 'retry-after': String(wanted) };
				expect(pauseBefore(1, answered(code, headers), limits).milliseconds).toBe(wanted * 1000);
			}),
		);
	});

	it('as a date is kept to the second, and one in the past means now', () => {
		fc.assert(
			fc.property(fc.integer({ min: -100_000, max: 100_000 }), (ahead) => {
				const date = DateTime.utc().plus({ seconds: ahead }).toHTTP();
				const headers = { 'retry-after': String(date) };
				const { milliseconds = NaN } = pauseBefore(1, answered(429, headers), limits);
				if (ahead <= 0) return expect(milliseconds).toBe(0);
				expect(milliseconds).toBeGreaterThan((ahead - 2) * 1000);
				expect(milliseconds).toBeLessThanOrEqual(ahead * 1000);
			}),
		);
	});

	describe('while the clock stands still', () => {
		beforeEach(() => jest.useFakeTimers());
		afterEach(() => jest.useRealTimers());
		const pauseOf = (headers: Record<string, string>) =>
			pauseBefore(1, answered(429, headers), limits).milliseconds;
		const parts = fc
			.integer({ min: 1, max: 100_000_000 })
			.map((milliseconds) => milliseconds / 1000);

		it('in parts of a second is kept to the millisecond', () => {
			fc.assert(
				fc.property(parts, (wanted) => {
					const pause = pauseOf({ 'retry-after': String(wanted) });
					expect(pause).toBeCloseTo(wanted * 1000, 6);
				}),
			);
		});

		it('as a Unix time, in seconds or milliseconds, is kept to the millisecond, and one in the past means now', () => {
			fc.assert(
				fc.property(parts, fc.boolean(), fc.constantFrom(1, 1000), (distance, isPast, unit) => {
					const at = Date.now() / 1000 + (isPast ? -distance : distance);
					const pause = pauseOf({ 'retry-after': (at * unit).toFixed(3) });
					expect(pause).toBeCloseTo(isPast ? 0 : distance * 1000, 2);
				}),
			);
		});

		it('may be called X-RateLimit-Reset, and comes first where a vendor sends both', () => {
			expect(pauseOf({ 'x-ratelimit-reset': '7.5' })).toBe(7500);
			expect(pauseOf({ 'x-ratelimit-reset': '7', 'retry-after': '3' })).toBe(3000);
			const at = String(Math.ceil(Date.now() / 1000) + 20);
			expect(pauseOf({ 'x-ratelimit-reset': at })).toBe(Number(at) * 1000 - Date.now());
		});
	});

	it('called X-RateLimit-Reset counts only where requests are too many, as it stands in any answer', () => {
		const headers = { 'x-ratelimit-reset': '3000' };
		expect(pauseBefore(1, answered(429, headers), limits).milliseconds).toBe(3_000_000);
		expect(pauseBefore(1, answered(500, headers), limits).milliseconds).toBe(500);
		expect(pauseBefore(1, answered(503, headers), limits).milliseconds).toBe(500);
	});

	it('that cannot be read is as if it were not there', () => {
		const nonsense = fc.string().filter((text) => !/^\d+(\.\d+)?$/.test(text));
		fc.assert(
			fc.property(nonsense, (text) => {
				const headers = { 'retry-after': text };
				expect(pauseBefore(1, answered(429, headers), limits).milliseconds).toBe(500);
			}),
		);
	});

	/** Whether such a number is a Unix time, in seconds or milliseconds, that is over or nearly so. */
	const isPastTime = (value: number) =>
		(value >= 1e9 && value * 1000 < Date.now() + 100_000) ||
		(value >= 1e12 && value < Date.now() + 100_000);

	it('that is longer than allowed is told in words that make sense, however long it is', () => {
		fc.assert(
			fc.property(fc.integer({ min: 61, max: Number.MAX_SAFE_INTEGER }), (wanted) => {
				fc.pre(!isPastTime(wanted));
				const headers = { 'retry-after': String(wanted) };
				const strict = { ...limits, maxWait: 60_000 };
				const { milliseconds, reason } = pauseBefore(1, answered(429, headers), strict);
				expect(milliseconds).toBeUndefined();
				expect(reason).toMatch(
					/^The vendor asks to wait \d+ s(, until [+\d]\d{3,}-\d\d-\d\dT\d\d:\d\d:\d\dZ)?; see Options > Max Wait$/,
				);
			}),
		);
	});
});
