import type { IHttpRequestMethods, IHttpRequestOptions } from 'n8n-workflow';
import { UserError } from 'n8n-workflow';

import { assertSameOrigin, isSafe } from './address';
import { judge, withoutAnswer, type Answer, type Expectation, type Outcome } from './answer';
import type { Connection } from './connection';
import { isThrown } from './error';
import { apiError } from './failure';
import { isHeldBack } from './quota';
import type { Request } from './request';
import { rest } from './rest';
import { pauseBefore, type Persistence } from './retry';
import { counted, signed, unsigned, type Exchange } from './signing';
import { isStream, type FileStream } from './stream';

/** How a request is made. The timeout is in milliseconds. */
export interface Sending extends Persistence, Expectation {
	timeout: number;
	/** What the request holds and the vendor's words must not show. */
	secrets?: string[];
	/** Whether it goes to an address that the vendor gave, without the credential. */
	isLink?: boolean;
}

/** A request with its full address. */
export type Outgoing = IHttpRequestOptions & {
	method: IHttpRequestMethods;
	/** Gives a body that can be read only once, anew for each attempt. */
	open?(): Promise<FileStream | Buffer>;
};

/**
 * Sends a request with the node's credential. A request that is safe to repeat is repeated after
 * failures that pass, any request after the vendor turned it away with 429. Redirects are never
 * followed, so that the credential stays with the vendor.
 * Throws a NodeApiError that says what happened and what to do next.
 */
export async function send(
	connection: Connection,
	request: Request,
	sending: Sending,
): Promise<Answer> {
	const { secrets } = request;
	return await sendOwn(connection, outgoing(connection, request), { ...sending, secrets });
}

/** As `send`, to a full address, which has to be on the vendor's own host. */
export async function sendOwn(
	connection: Connection,
	options: Outgoing,
	sending: Sending,
): Promise<Answer> {
	assertSameOrigin(connection.baseUrl, options);
	const exchange = signed(connection, async (signIn) => {
		// Other runs wait for a session as well, so its opening does not end with this one.
		const shared = { ...connection, cancelled: undefined };
		const how = { ...sending, repeatable: true, expect: undefined, accept: undefined };
		return await persist(shared, counted(shared), outgoing(connection, signIn), how);
	});
	return await persist(connection, exchange, options, sending);
}

function outgoing({ baseUrl }: Connection, request: Request): Outgoing {
	const { method, path, query, headers, body, form } = request;
	const accept = { Accept: 'application/json', ...headers };
	const content = form ? new URLSearchParams(form) : body;
	return { method, url: `${baseUrl}${path}`, qs: query, headers: accept, body: content };
}

/**
 * Sends a request to an address the vendor gave (an upload or download link), without any
 * credential. Only https is used, or this machine.
 */
export async function sendBare(
	connection: Connection,
	options: Outgoing,
	sending: Sending,
): Promise<Answer> {
	if (!isSafe(options.url)) {
		throw new UserError(`${connection.vendor.name} gave a link that is not safe to use`, {
			description: 'Only links that start with https:// are followed. Ask the vendor about it.',
		});
	}
	const { vendor } = connection;
	// The vendor's reading of a status is about its API and the credential, which is not in play here.
	const storage = { ...vendor, name: `${vendor.name}'s file storage`, explain: undefined };
	const how = { ...sending, isLink: true };
	return await persist({ ...connection, vendor: storage }, unsigned(connection), options, how);
}

async function persist(
	connection: Connection,
	exchange: Exchange,
	options: Outgoing,
	sending: Sending,
): Promise<Answer> {
	for (let attempts = 0; ; ) {
		connection.cancelled?.throwIfAborted();
		const { answer, failure, isHeldBack: isUnsent } = await attempt(exchange, options, sending);
		if (answer) return answer;
		if (!isUnsent) attempts++;
		const pause = pauseBefore(attempts, failure, sending);
		if (pause.milliseconds === undefined) {
			const { method, url: path } = options;
			const { repeatable, secrets, isLink } = sending;
			const asked = { method, path, repeatable, attempts, secrets, isLink, pause: pause.reason };
			throw apiError(connection, asked, failure);
		}
		await rest(pause.milliseconds, connection.cancelled);
	}
}

async function attempt(
	exchange: Exchange,
	{ open, ...options }: Outgoing,
	sending: Sending,
): Promise<Outcome> {
	const content = await open?.();
	const sent = exchange({
		...options,
		...(content && { body: content }),
		timeout: sending.timeout,
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		disableFollowRedirect: true,
		...(sending.expect === 'stream' && { encoding: 'stream' }),
	});
	const outcome = sent.then(
		(response) => ({ isHeldBack: isHeldBack(response), ...judge(response, sending) }),
		(error: unknown) => {
			// These say all there is to say: a sign-in that failed, an address that is not the vendor's.
			if (isThrown(error, 'NodeApiError') || isThrown(error, 'UserError')) throw error;
			return withoutAnswer(error);
		},
	);
	return await outcome.finally(() => {
		// What the HTTP client has not read to its end, it leaves open.
		if (isStream(content)) content.destroy();
	});
}
