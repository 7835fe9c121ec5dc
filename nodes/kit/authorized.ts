import type { IHttpRequestOptions, IN8nHttpFullResponse } from 'n8n-workflow';
import { UserError } from 'n8n-workflow';

import type { Connection } from './connection';
import { isThrown } from './error';
import { isRecord } from './record';
import { rest } from './rest';

/** How many requests of a run are under way, and how long n8n may take to store a renewed token. */
const underWay = new WeakMap<Connection, number>();
const STORING = 500;

/**
 * Has n8n sign the request with an OAuth2 token, which it renews only when a 401 is an error: so
 * unsuccessful answers are errors, and are turned back into answers.
 *
 * n8n 1 renews the token for each request that got a 401. The vendor gives a new refresh token each
 * time, so only the first renewal succeeds: the others are sent once more, with what the first got.
 */
export async function withCredential(
	connection: Connection,
	options: IHttpRequestOptions,
): Promise<IN8nHttpFullResponse> {
	const { context, credentialType, cancelled } = connection;
	const { httpRequestWithAuthentication } = context.helpers;
	const ask = async (): Promise<IN8nHttpFullResponse> =>
		await httpRequestWithAuthentication.call(context, credentialType, {
			...withBody(options),
			ignoreHttpStatusErrors: false,
		});
	const before = underWay.get(connection) ?? 0;
	underWay.set(connection, before + 1);
	let others = before;
	try {
		return await ask();
	} catch (error) {
		others = Math.max(others, (underWay.get(connection) ?? 1) - 1);
		if (others === 0 || !isRevoked(causeOf(error))) return answered(error);
		await rest(STORING, cancelled);
		return await ask().catch(answered);
	} finally {
		underWay.set(connection, (underWay.get(connection) ?? 1) - 1);
	}
}

/** What n8n wrapped into an error of a node. */
const causeOf = (error: unknown): unknown =>
	isThrown(error, 'NodeApiError') ? (error.cause ?? error) : error;

/** The answer that an error is about. Throws when it is about something else. */
function answered(error: unknown): IN8nHttpFullResponse {
	const reason = causeOf(error);
	const answer = answerIn(reason);
	if (answer) return answer;
	throw unconnected(reason) ?? reason;
}

/** Where there is no token to sign with, n8n says what is missing, but not what to do. */
function unconnected(reason: unknown): UserError | undefined {
	if (isThrown(reason, 'UserError')) {
		return new UserError(reason.message, { description: reason.description ?? CONNECT });
	}
	if (!(reason instanceof Error) || !/without access token/i.test(reason.message)) return undefined;
	return new UserError('The account is not connected', { description: CONNECT });
}

const CONNECT = 'Open the credential and connect the account.';

/** The answer that an error is about; a token that cannot be renewed is one as well. */
function answerIn(reason: unknown): IN8nHttpFullResponse | undefined {
	if (isRevoked(reason)) return { statusCode: 401, headers: {}, body: '' };
	if (!isRecord(reason) || !isRecord(reason.response)) return undefined;
	const { status: statusCode, headers, data } = reason.response;
	if (typeof statusCode !== 'number') return undefined;
	return { statusCode, headers: { ...(isRecord(headers) && headers) }, body: bodyOf(data) };
}

const bodyOf = (data: unknown): IN8nHttpFullResponse['body'] =>
	isRecord(data) || typeof data === 'string' ? data : '';

/** n8n leaves an empty JSON body out, which vendors want all the same. */
function withBody({ body, headers, ...options }: IHttpRequestOptions): IHttpRequestOptions {
	const isEmpty =
		isRecord(body) && !(body instanceof URLSearchParams) && Object.keys(body).length === 0;
	if (!isEmpty) return { ...options, headers, body };
	return { ...options, headers: { ...headers, 'Content-Type': 'application/json' }, body: '{}' };
}

/** Whether n8n failed to renew a token: in its own words, or in those of OAuth2, which are all that n8n 1 keeps. */
const isRevoked = (reason: unknown): boolean =>
	isThrown(reason, 'NodeOperationError') ||
	(isRecord(reason) && isRecord(reason.body) && typeof reason.body.error === 'string') ||
	(reason instanceof Error && reason.message.startsWith('The provided authorization grant'));
