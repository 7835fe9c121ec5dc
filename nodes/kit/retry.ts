import { DateTime } from 'luxon';

import type { Failure } from './failure';
import { trouble } from './network';

/** How long to keep trying. */
export interface Persistence {
	/** Whether the vendor may receive the request twice without harm. */
	repeatable: boolean;
	/** How often to repeat at most. */
	maxRetries: number;
	/** The longest pause before a repetition, in milliseconds. */
	maxWait: number;
}

/** A pause before the next attempt, or the reason why there is none. */
export type Pause = { milliseconds: number; reason?: undefined } | Stop;

interface Stop {
	milliseconds?: undefined;
	reason?: string;
}

const FIRST_PAUSE = 500;

/** A vendor that names a time in whole seconds rounds it up. In milliseconds. */
const ROUNDING = 1000;

/**
 * When to repeat a request after `attempts` failed, none when it was only held back. A vendor that
 * answers 429 has not done anything, so that is repeated even when the request is not repeatable.
 */
export function pauseBefore(attempts: number, failure: Failure, persistence: Persistence): Pause {
	const limited = failure.kind === 'status' && failure.status === 429;
	const passing = limited || (persistence.repeatable && isPassing(failure));
	if (!passing) return {};
	const asked = failure.kind === 'status' ? retryAfter(failure) : undefined;
	const pause = asked ?? Math.min(FIRST_PAUSE * 2 ** (attempts - 1), persistence.maxWait);
	if (attempts <= persistence.maxRetries && pause < persistence.maxWait + ROUNDING) {
		return { milliseconds: pause };
	}
	if (asked === undefined) return {};
	const seconds = Math.ceil(asked / 1000);
	const at = DateTime.utc()
		.plus({ milliseconds: asked + 999 })
		.startOf('second');
	const until = at.isValid ? `, until ${at.toISO({ suppressMilliseconds: true })}` : '';
	return { reason: `The vendor asks to wait ${seconds} s${until}; see Options > Max Wait` };
}

/** Whether the same request may succeed a little later. */
function isPassing(failure: Failure): boolean {
	if (failure.kind === 'status') return failure.status >= 500;
	if (failure.kind === 'unreachable') return trouble(failure.code).passing;
	return failure.why === 'incomplete';
}

/** What an answer says that turned the request away. */
interface Turned {
	status: number;
	headers: Record<string, unknown>;
}

/** Numbers above these are no seconds to wait, but a time in seconds or milliseconds since 1970. */
const UNIX_SECONDS = 1e9;
const UNIX_MILLISECONDS = 1e12;

/**
 * The pause a vendor asks for in milliseconds: seconds, or a date or Unix time by its own clock. The end of
 * its window stands in good answers as well, so it only counts when requests are too many.
 */
export function retryAfter({ status, headers }: Turned): number | undefined {
	const windowEnd = status === 429 ? headers['x-ratelimit-reset'] : undefined;
	const value = headers['retry-after'] ?? windowEnd;
	if (typeof value !== 'string') return undefined;
	if (/^\d+(\.\d+)?$/.test(value)) {
		const seconds = Number(value);
		if (seconds < UNIX_SECONDS) return seconds * 1000;
		const at = seconds < UNIX_MILLISECONDS ? seconds * 1000 : seconds;
		return Math.max(0, at - present(headers));
	}
	const date = DateTime.fromHTTP(value);
	return date.isValid ? Math.max(0, date.toMillis() - present(headers)) : undefined;
}

/** By how much a header of whole seconds, and the way it took, make clocks differ that agree. */
const AGREEMENT = 2000;

/** What time it is for the vendor, whose clock may be off; in milliseconds. */
function present({ date }: Record<string, unknown>): number {
	const told = DateTime.fromHTTP(String(date)).toMillis();
	const ahead = Date.now() - told;
	const isOff = ahead < 0 || ahead > AGREEMENT;
	return isOff && Number.isFinite(told) ? told : Date.now();
}
