import { NodeApiError } from 'n8n-workflow';
import type { IDataObject, JsonObject } from 'n8n-workflow';

import type { Connection } from './connection';
import { redact } from './error';
import { trouble } from './network';
import { vendorMessage } from './readable';

/** An answer that is no success, as far as messages need it. */
export interface FailedAnswer {
	status: number;
	/** The vendor's own words, empty when it gave none that can be read. */
	message: string;
	path: string;
}

/** What happened and what to do next, both without a full stop. */
export interface Explanation {
	message: string;
	next: string;
}

/** Why a request brought nothing: an unusable answer or none at all. */
export type Failure =
	| { kind: 'status'; status: number; body: unknown; headers: IDataObject }
	| { kind: 'unreadable'; status: number; why: keyof typeof UNREADABLE }
	| { kind: 'unreachable'; code: string };

const STATUS: Record<number, Explanation> = {
	401: { message: 'rejected the credential', next: 'Check the credential of this node' },
	403: { message: 'does not allow this', next: 'Use a credential of a user with more rights' },
	404: { message: 'does not know what was asked for', next: 'Check the IDs of this item' },
	409: { message: 'reports a conflict', next: 'Look at the current state before trying again' },
	429: { message: 'asks to slow down', next: 'Try again later, or lower Options > Batching' },
};

const UNREADABLE = {
	page: 'answered with a web page instead of data',
	incomplete: 'sent an answer that is incomplete',
	empty: 'sent an empty answer',
	noList: 'sent something that is not a list',
	noRecord: 'sent something that is not a record',
};

/** What to do about a link that brought nothing: neither the credential nor the inputs are to blame. */
const LINK = 'The link may have expired: run the item again; if it stays so, ask the vendor';

/** The statuses of a link that is not, or no longer, good. */
const OF_LINK = [401, 403, 404, 410];

function explain(failure: Failure, isLink = false): Explanation {
	if (failure.kind === 'unreachable') return trouble(failure.code, isLink);
	const explanation = explainAnswer(failure);
	const isAboutLink = failure.status < 400 || OF_LINK.includes(failure.status);
	return isLink && isAboutLink ? { ...explanation, next: LINK } : explanation;
}

function explainAnswer(failure: Exclude<Failure, { kind: 'unreachable' }>): Explanation {
	if (failure.kind === 'unreadable') {
		const next = 'Check the address in the credential, and proxies on the way';
		return { message: UNREADABLE[failure.why], next };
	}
	const { status } = failure;
	const known = STATUS[status];
	if (known) return known;
	if (status >= 500) return { message: 'failed to process the request', next: 'Try again later' };
	if (status >= 400) {
		return { message: 'did not accept the request', next: 'Check the inputs of this item' };
	}
	return {
		message: 'redirected the request',
		next: 'Check the address in the credential: it is not sent to other addresses',
	};
}

/** How many characters of the vendor's words a message repeats. */
const MOST_WORDS = 300;

/** The request as messages show it. `pause` says in words when it would have been repeated. */
export interface Asked {
	method: string;
	path: string;
	repeatable: boolean;
	attempts: number;
	pause?: string;
	/** Whether the vendor gave the address, to which the credential does not go. */
	isLink?: boolean;
	/** What the request holds and the vendor's words must not show. */
	secrets?: string[];
}

/** The error of a request that brought nothing: what happened, what to do next, no secrets. */
export function apiError(connection: Connection, asked: Asked, failure: Failure): NodeApiError {
	const { vendor, secrets } = connection;
	const status = failure.kind === 'unreachable' ? 0 : failure.status;
	const said = failure.kind === 'status' ? vendorMessage(failure.body) : '';
	const words = withoutSecrets(said, asked.secrets ?? [], secrets);
	const failed = { status, message: words, path: asked.path };
	const { message, next } =
		vendor.explain?.(failed, connection.credentials) ?? explain(failure, asked.isLink);
	const inDoubt = !asked.repeatable && mayBeDone(failure);
	const code = failure.kind === 'unreachable' ? failure.code : `HTTP ${status}`;
	const attempts = asked.attempts > 1 ? ` after ${asked.attempts} attempts` : '';
	const sentences = [
		next,
		asked.pause,
		inDoubt && `Whether ${vendor.name} carried it out is unknown: look before running it again`,
		`${asked.method} ${redact(asked.path, secrets)}: ${code}${attempts}`,
	];
	const response: JsonObject = { message: words };
	return new NodeApiError(connection.context.getNode(), response, {
		message: `${vendor.name} ${message}${words === '' ? '' : `: ${words}`}`,
		description: `${sentences.filter(Boolean).join('. ')}.`,
		...(status > 0 && { httpCode: String(status) }),
	});
}

/** A secret shorter than this cannot be blotted out without telling itself. */
const SHORTEST_SECRET = 6;

/** The vendor's words without secrets; none when they hold one that is too short to be hidden. */
function withoutSecrets(words: string, own: string[], others: string[]): string {
	if (own.some((secret) => secret.length < SHORTEST_SECRET && words.includes(secret))) return '';
	return redact(words, [...own, ...others]).slice(0, MOST_WORDS);
}

/** Whether the vendor may have done what was asked although the answer is no use. */
function mayBeDone(failure: Failure): boolean {
	if (failure.kind === 'unreachable') return trouble(failure.code).received;
	return failure.status >= 500 || failure.status < 400;
}
