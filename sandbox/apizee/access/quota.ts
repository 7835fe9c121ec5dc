import type { FastifyReply } from 'fastify';
import { Refusal } from '../errors';
import { now, type Platform } from '../platform';

/** What a user has used; times are milliseconds since the epoch. */
export interface QuotaUse {
	/** Counted requests of the present window, oldest first. */
	moments: number[];
	/** When the present fixed window began; undefined before the first request. */
	windowStart?: number;
	/** All requests since the start or the last reset, refused ones included. */
	requests: number;
	/** How many were answered with 429. */
	refused: number;
}

function quotaUseOf({ state }: Platform, username: string): QuotaUse {
	const key = username.toLowerCase();
	const known = state.quotaUse.get(key);
	if (known) return known;
	const use: QuotaUse = { moments: [], requests: 0, refused: 0 };
	state.quotaUse.set(key, use);
	return use;
}

/**
 * Counts a request of a user and says so in the headers. Own choices: a refused request does not
 * count, and a user name of nobody has a quota too.
 *
 * @throws Refusal 429 when the window is full, with `X-RateLimit-Reset`
 */
export function countRequest(platform: Platform, username: string, reply: FastifyReply): void {
	const { quota } = platform.state;
	const use = quotaUseOf(platform, username);
	use.requests++;
	if (!quota.enabled) return;
	forgetPast(platform, use);
	const free = quota.limit - use.moments.length;
	reply.header('x-ratelimit-limit', quota.limit);
	reply.header('x-ratelimit-remaining', Math.max(0, free - 1));
	if (free <= 0) {
		use.refused++;
		reply.header('x-ratelimit-reset', resetHeader(platform, use));
		throw new Refusal(429, `More than ${quota.limit} requests in ${quota.seconds} seconds.`);
	}
	consume(platform, use, 1);
}

/** Uses some of a user's window up, as another process of the same user would. */
export function useQuota(platform: Platform, username: string, requests: number): QuotaUse {
	const use = quotaUseOf(platform, username);
	forgetPast(platform, use);
	consume(platform, use, requests);
	return use;
}

/** Requests in the present window. */
export function countedNow(platform: Platform, use: QuotaUse): number {
	forgetPast(platform, use);
	return use.moments.length;
}

function consume(platform: Platform, use: QuotaUse, requests: number): void {
	const moment = now(platform);
	use.windowStart ??= moment;
	for (let count = 0; count < requests; count++) use.moments.push(moment);
}

function forgetPast(platform: Platform, use: QuotaUse): void {
	const { window, seconds } = platform.state.quota;
	const begin = now(platform) - seconds * 1000;
	if (window === 'sliding') {
		use.moments = use.moments.filter((moment) => moment > begin && moment <= now(platform));
		return;
	}
	const { windowStart = -Infinity } = use;
	// A window in the future is one from before the clock was set back.
	if (windowStart > begin && windowStart <= now(platform)) return;
	use.windowStart = undefined;
	use.moments = [];
}

function resetHeader(platform: Platform, use: QuotaUse): number {
	const { window, seconds, resetHeader } = platform.state.quota;
	const moment = now(platform);
	const begun = window === 'fixed' ? use.windowStart : use.moments.at(-platform.state.quota.limit);
	const free = (begun ?? moment) + seconds * 1000;
	return resetHeader === 'timestamp'
		? Math.ceil(free / 1000)
		: Math.max(1, Math.ceil((free - moment) / 1000));
}
