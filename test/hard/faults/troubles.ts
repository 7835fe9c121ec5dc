import type { FaultAnswer } from '../../../sandbox/faults';

/** What goes wrong, and what follows from its nature. */
export interface Trouble {
	name: string;
	/** What the vendor answers; nothing for those that are made in another way. */
	fault?: FaultAnswer & { when?: 'before' | 'after' };
	/** Only the first request meets it; every one when missing. */
	once?: true;
	/** What the message says after the name of who is asked. */
	words: string;
	/** The status that the vendor may have words of its own for. */
	status?: number;
	/** It may pass, so what may be repeated is repeated. */
	passes?: true;
	/** Nothing was done, and the vendor said so: everything is repeated. */
	turnsAway?: true;
	/** Nothing was done for sure: there is no doubt to tell of. */
	undone?: true;
	/** A session may have ended: it is opened anew, and the request repeated once. */
	endsSession?: true;
	/** How far the vendor's clock is from the true time, in minutes; ahead, sessions must not have ended by it. */
	clock?: number;
}

/** Whether the vendor may have done its work before the answer was lost on its way. */
export const isLost = ({ fault }: Trouble): boolean =>
	fault?.when === 'after' || fault?.kind === 'resetMidBody' || fault?.kind === 'cutJson';

/** Whether it is only a matter of time. */
export const isSlow = ({ fault }: Trouble): boolean => fault?.kind === 'delay';

/** Where a fault leads elsewhere, to be filled in when the other server is known. */
export const ELSEWHERE = 'http://elsewhere.invalid';

/** How late the slow vendor answers, and how long the node waits, in milliseconds. */
export const LATE = 900;
export const TIMEOUT = 300;

const status = (code: number, more: { headers?: Record<string, string> } = {}): FaultAnswer => ({
	kind: 'status',
	status: code,
	body: { message: 'No luck' },
	...more,
});

/** What the vendor says when it has not done anything. */
const refused = (code: number, words: string): Trouble => ({
	name: `${code}`,
	fault: status(code),
	words,
	status: code,
	undone: true,
});

/** What may pass: it happens once, or always. */
const passing = (trouble: Trouble): Trouble[] => [
	{ ...trouble, passes: true },
	{ ...trouble, name: `${trouble.name}, once`, once: true, passes: true },
];

const slowDown = (name: string, more: Partial<Trouble>, headers = {}): Trouble => ({
	...refused(429, 'asks to slow down'),
	name,
	fault: status(429, { headers }),
	turnsAway: true,
	...more,
});

const IN_TWO_SECONDS = 'in two seconds, by the clock of the vendor';

const mebibyte = 1024 * 1024;

/** Everything that goes wrong; the work is done where the answer is lost on its way. */
export const troubles: Trouble[] = [
	{ name: 'refused connection', words: 'could not be reached', passes: true, undone: true },
	...passing({
		name: 'reset before the answer',
		fault: { kind: 'reset', when: 'after' },
		words: 'closed the connection too early',
	}),
	...passing({
		name: 'reset in the body',
		fault: { kind: 'resetMidBody' },
		words: 'closed the connection too early',
	}),
	...passing({
		name: 'slower than the time-out',
		fault: { kind: 'delay', ms: LATE, when: 'after' },
		words: 'did not answer in time',
	}),
	{ ...refused(401, 'rejected the credential'), endsSession: true },
	{ ...refused(401, 'rejected the credential'), name: '401, once', once: true, endsSession: true },
	refused(403, 'does not allow this'),
	refused(404, 'does not know what was asked for'),
	refused(409, 'reports a conflict'),
	refused(422, 'did not accept the request'),
	slowDown('429', {}),
	slowDown('429, once', { once: true }),
	slowDown('429 with Retry-After', {}, { 'retry-after': '2' }),
	slowDown('429 with Retry-After, once', { once: true }, { 'retry-after': '2' }),
	...[-1800, 3].map((clock) =>
		slowDown(
			`429 until a time, by a clock ${clock} minutes off`,
			{ once: true, clock },
			{
				'retry-after': IN_TWO_SECONDS,
			},
		),
	),
	...passing({ name: '500', fault: status(500), words: 'failed to process the request' }),
	...passing({
		name: '502 with a web page',
		fault: { kind: 'html', status: 502, when: 'after' },
		words: 'failed to process the request',
	}),
	{
		name: '200 with a web page',
		fault: { kind: 'html', when: 'after' },
		words: 'answered with a web page instead of data',
	},
	...passing({
		name: 'truncated JSON',
		fault: { kind: 'cutJson' },
		words: 'sent an answer that is incomplete',
	}),
	{
		name: 'JSON of the wrong type',
		fault: { kind: 'status', status: 200, body: 17, when: 'after' },
		words: 'sent something that is not a',
	},
	{
		name: 'redirect in a loop',
		fault: { kind: 'redirect', location: '', when: 'after' },
		words: 'redirected the request',
	},
	{
		name: 'redirect to another host',
		fault: { kind: 'redirect', location: ELSEWHERE, status: 307, when: 'after' },
		words: 'redirected the request',
	},
	{
		name: '100 MB of JSON',
		fault: { kind: 'flood', bytes: 100 * mebibyte, when: 'after' },
		words: 'sent more data than expected',
	},
	{
		name: '100 MB of JSON, packed',
		fault: { kind: 'flood', bytes: 100 * mebibyte, gzip: true, when: 'after' },
		words: 'sent more data than expected',
	},
];

/** The fault as the sandbox takes it: with the other server's address, and a time by the vendor's clock. */
export function injected(
	{ fault, clock = 0 }: Trouble,
	elsewhere: string,
): (FaultAnswer & { when?: 'before' | 'after' }) | undefined {
	if (fault?.kind === 'redirect' && fault.location === ELSEWHERE) {
		return { ...fault, location: `${elsewhere}/taken?from=vendor` };
	}
	if (fault?.kind === 'status' && fault.headers?.['retry-after'] === IN_TWO_SECONDS) {
		const at = new Date(Date.now() + clock * 60_000 + 2_000).toUTCString();
		return { ...fault, headers: { 'retry-after': at } };
	}
	return fault;
}
