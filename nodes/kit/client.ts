import type { IHttpRequestMethods, IHttpRequestOptions, IN8nHttpFullResponse } from 'n8n-workflow';
import { UserError } from 'n8n-workflow';

import { judge, withoutAnswer, type Answer, type Expectation, type Outcome } from './answer';
import { isConfidential, type Connection } from './connection';
import { apiError } from './failure';
import type { Request } from './request';
import { rest } from './rest';
import { pauseBefore, type Persistence } from './retry';

/** How a request is made. The timeout is in milliseconds. */
export interface Sending extends Persistence, Expectation {
	timeout: number;
	/** What the request holds and the vendor's words must not show. */
	secrets?: string[];
}

type Outgoing = IHttpRequestOptions & { method: IHttpRequestMethods };

type Exchange = (options: IHttpRequestOptions) => Promise<IN8nHttpFullResponse>;

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
	const { context, vendor, baseUrl } = connection;
	const exchange: Exchange = async (options) =>
		await context.helpers.httpRequestWithAuthentication.call(
			context,
			vendor.credentialType,
			options,
		);
	const { method, path, query, headers, body, secrets } = request;
	const url = `${baseUrl}${path}`;
	const accept = { Accept: 'application/json', ...headers };
	const options = { method, url, qs: query, headers: accept, body };
	return await persist(connection, exchange, options, { ...sending, secrets });
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
	if (!URL.canParse(options.url) || !isConfidential(new URL(options.url))) {
		throw new UserError(`${connection.vendor.name} gave a link that is not safe to use`, {
			description: 'Only links that start with https:// are followed. Ask the vendor about it.',
		});
	}
	const { context, vendor } = connection;
	const exchange: Exchange = async (bare) => await context.helpers.httpRequest(bare);
	// The vendor's reading of a status is about its API and the credential, which is not in play here.
	const storage = { ...vendor, name: `${vendor.name}'s file storage`, explain: undefined };
	return await persist({ ...connection, vendor: storage }, exchange, options, sending);
}

async function persist(
	connection: Connection,
	exchange: Exchange,
	options: Outgoing,
	sending: Sending,
): Promise<Answer> {
	for (let attempts = 1; ; attempts++) {
		connection.cancelled?.throwIfAborted();
		const { answer, failure } = await attempt(exchange, options, sending);
		if (answer) return answer;
		const pause = pauseBefore(attempts, failure, sending);
		if (pause.milliseconds === undefined) {
			const { method, url: path } = options;
			const { repeatable, secrets } = sending;
			const asked = { method, path, repeatable, attempts, secrets, pause: pause.reason };
			throw apiError(connection, asked, failure);
		}
		await rest(pause.milliseconds, connection.cancelled);
	}
}

async function attempt(
	exchange: Exchange,
	options: IHttpRequestOptions,
	sending: Sending,
): Promise<Outcome> {
	let response: IN8nHttpFullResponse;
	try {
		response = await exchange({
			...options,
			timeout: sending.timeout,
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
			...(sending.expect === 'stream' && { encoding: 'stream' }),
		});
	} catch (error) {
		return withoutAnswer(error);
	}
	return await judge(response, sending);
}
