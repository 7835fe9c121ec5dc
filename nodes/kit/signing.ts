import type { IHttpRequestOptions, IN8nHttpFullResponse } from 'n8n-workflow';
import { NodeApiError, NodeOperationError, UserError } from 'n8n-workflow';

import type { Answer } from './answer';
import type { Connection } from './connection';
import { paced } from './quota';
import { isRecord } from './record';
import type { Request } from './request';
import { inSession } from './session';

/** One request and its answer, whatever its status. */
export type Exchange = (options: IHttpRequestOptions) => Promise<IN8nHttpFullResponse>;

/** Requests without any credential. */
export const unsigned =
	({ context }: Connection): Exchange =>
	async (options) =>
		await context.helpers.httpRequest(options);

/** Requests without any credential that count for the vendor's quota, such as a sign-in. */
export const counted = (connection: Connection): Exchange =>
	paced(connection, unsigned(connection));

/** Requests with the node's credential, in a session where it only opens one; `ask` sends the sign-in. */
export function signed(
	connection: Connection,
	ask: (signIn: Request) => Promise<Answer>,
): Exchange {
	const { vendor, credentials, credentialType } = connection;
	const signIn = vendor.sessions?.[credentialType];
	if (!signIn) {
		return paced(connection, async (options) => await withCredential(connection, options));
	}
	const exchange = counted(connection);
	const given = signIn.given?.(credentials);
	if (given !== undefined) return async (options) => await exchange(signIn.sign(options, given));
	return async (options) =>
		await inSession(connection, {
			send: async (token) => await exchange(signIn.sign(options, token)),
			async signIn() {
				const { body } = await ask(signIn.request(credentials));
				const token = isRecord(body) ? signIn.token(body) : undefined;
				if (token !== undefined) return token;
				throw new UserError(`${vendor.name} accepted the sign-in, but opened no session`, {
					description: 'Check the address in the credential.',
				});
			},
		});
}

/**
 * Has n8n sign the request. n8n renews an OAuth2 token only when a 401 is an error, so with such a
 * credential unsuccessful answers are errors, and are turned back into answers.
 */
async function withCredential(
	{ context, credentialType }: Connection,
	options: IHttpRequestOptions,
): Promise<IN8nHttpFullResponse> {
	const isRenewed = credentialType.endsWith('OAuth2Api');
	const { httpRequestWithAuthentication } = context.helpers;
	const exchange: Promise<IN8nHttpFullResponse> = httpRequestWithAuthentication.call(
		context,
		credentialType,
		{ ...withBody(options), ...(isRenewed && { ignoreHttpStatusErrors: false }) },
	);
	return await exchange.catch((error: unknown) => {
		const reason = error instanceof NodeApiError ? (error.cause ?? error) : error;
		const answer = isRenewed ? answerIn(reason) : undefined;
		if (answer) return answer;
		throw isRenewed && reason instanceof UserError ? unconnected(reason) : reason;
	});
}

/** n8n says what is missing, but not what to do. */
const unconnected = ({ message, description }: UserError): UserError =>
	new UserError(message, {
		description: description ?? 'Open the credential and connect the account.',
	});

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

/** Whether n8n failed to renew a token: in its own words, or in those of OAuth2. */
const isRevoked = (reason: unknown): boolean =>
	reason instanceof NodeOperationError ||
	(isRecord(reason) && isRecord(reason.body) && typeof reason.body.error === 'string');
