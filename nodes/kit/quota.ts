import type { IN8nHttpFullResponse } from 'n8n-workflow';

import type { Connection } from './connection';
import { fingerprint } from './fingerprint';
import { rest, untilCancelled } from './rest';
import { retryAfter } from './retry';
import type { Exchange } from './signing';
import { inTurn } from './turns';

/** How many requests a minute a vendor takes. */
export interface Quota {
	requests: number;
	/** Whose requests the vendor counts together; may be secret. */
	user: string;
}

/** The requests of one user in this process. Times are in milliseconds. */
interface Line {
	underWay: Set<Promise<void>>;
	/** When the answers of the last minute came, the earliest first. */
	answered: number[];
	/** When the vendor takes no more, by its own word. */
	closed: { from: number; until: number };
}

const lines = new Map<string, Line>();

/**
 * How long a request counts after its answer. The vendor counts from its arrival, which is earlier;
 * the rest is for clocks that do not run alike.
 */
const COUNTS = 60_100;

/** A vendor that counts by the minute and names a later time than this has lost its clock. */
const LONGEST_CLOSURE = 3_600_000;

/**
 * Requests that keep to the vendor's quota: each waits, in the order in which they came, until there
 * is a place for it. After a 429 none goes out before the time the vendor named; they get that 429 as
 * their answer, so that each can wait or give up as its item wants.
 */
export function paced(connection: Connection, exchange: Exchange): Exchange {
	const { cancelled, credentials, origin, vendor } = connection;
	const quota = vendor.quota?.(credentials);
	if (!quota) return exchange;
	const { user } = quota;
	const requests = quota.requests >= 1 ? quota.requests : 1;
	const key = fingerprint(origin, user);
	const line = lines.get(key) ?? {
		underWay: new Set(),
		answered: [],
		closed: { from: 0, until: 0 },
	};
	lines.set(key, line);
	return async (options) => {
		const turn = inTurn(['quota', key], async () => {
			await place(line, requests, connection);
			const pause = closure(line);
			// In a record, as the next one's turn comes when this has been sent, not when it is answered.
			return { answer: pause > 0 ? turnedAway(pause) : sent(line, exchange(options)) };
		});
		const { answer } = await untilCancelled(turn, cancelled);
		const response = await answer;
		if (response.statusCode === 429) {
			connection.hints.add(
				`${vendor.name} turned requests away for a while: another system uses the quota of this user too, or Requests per Minute in the credential is more than the vendor grants.`,
			);
		}
		return response;
	};
}

/** Waits until one request more is within the quota. */
async function place(line: Line, requests: number, connection: Connection): Promise<void> {
	const { cancelled, hints, vendor } = connection;
	for (;;) {
		cancelled?.throwIfAborted();
		const now = Date.now();
		line.answered = line.answered.filter((time) => time <= now && now - time < COUNTS);
		if (line.answered.length + line.underWay.size < requests || closure(line) > 0) return;
		hints.add(
			`${vendor.name} takes ${requests} requests a minute from each user, so some had to wait. If yours may send more, raise Requests per Minute in the credential.`,
		);
		const [earliest] = line.answered;
		if (earliest === undefined) await untilCancelled(Promise.race(line.underWay), cancelled);
		else await rest(earliest + COUNTS - now, cancelled);
	}
}

async function sent(line: Line, answer: ReturnType<Exchange>): Promise<IN8nHttpFullResponse> {
	const count = () => {
		line.underWay.delete(end);
		line.answered.push(Date.now());
	};
	const end = answer.then(count, count);
	line.underWay.add(end);
	const response = await answer;
	const { statusCode, headers } = response;
	const pause = statusCode === 429 ? (retryAfter({ status: statusCode, headers }) ?? 0) : 0;
	if (pause > 0) {
		const from = Date.now();
		const longest = Math.max(closure(line), Math.min(pause, LONGEST_CLOSURE));
		line.closed = { from, until: from + longest };
	}
	return response;
}

/** How long the line is still closed. A clock that was set back since then opens it. */
function closure({ closed: { from, until } }: Line): number {
	const now = Date.now();
	return now < from ? 0 : Math.max(0, until - now);
}

/** Marks an answer to a request that was not sent. */
const HELD_BACK = 'Held back';

/** Whether the answer is what the vendor would say, as the request was not sent. */
export const isHeldBack = ({ statusMessage }: IN8nHttpFullResponse): boolean =>
	statusMessage === HELD_BACK;

/** What the vendor would answer now. */
const turnedAway = async (pause: number): Promise<IN8nHttpFullResponse> => ({
	statusCode: 429,
	statusMessage: HELD_BACK,
	headers: { 'retry-after': String(pause / 1000) },
	body: '',
});
