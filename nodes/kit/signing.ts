import type { IHttpRequestOptions, IN8nHttpFullResponse } from 'n8n-workflow';
import { UserError } from 'n8n-workflow';

import type { Answer } from './answer';
import { withCredential } from './authorized';
import { ending, received } from './body';
import type { Connection } from './connection';
import { paced } from './quota';
import { isRecord } from './record';
import type { Request } from './request';
import { inSession } from './session';

/** One request and its answer, whatever its status. */
export type Exchange = (options: IHttpRequestOptions) => Promise<IN8nHttpFullResponse>;

/** Reads within limits what the vendor answers: all answers come as streams, and files stay such. */
const bounded =
	({ cancelled }: Connection, exchange: Exchange): Exchange =>
	async (options) => {
		const end = options.encoding === 'stream' ? ending(cancelled) : undefined;
		const abortSignal = end?.signal ?? cancelled;
		const failed = (error: unknown) => {
			end?.forget();
			throw error;
		};
		return await exchange({ ...options, encoding: 'stream', abortSignal }).then(
			async (response) => await received(response, options, end),
			failed,
		);
	};

/** Requests without any credential. */
export const unsigned = (connection: Connection): Exchange =>
	bounded(connection, async (options) => await connection.context.helpers.httpRequest(options));

/** Requests without any credential that count for the vendor's quota, such as a sign-in. */
export const counted = (connection: Connection): Exchange =>
	paced(connection, unsigned(connection));

/** Requests with the node's credential, in a session where that is how one signs in; `ask` opens it. */
export function signed(
	connection: Connection,
	ask: (signIn: Request) => Promise<Answer>,
): Exchange {
	const { vendor, credentials, credentialType } = connection;
	const signIn = vendor.signIns?.[credentialType];
	if (!signIn) {
		const own: Exchange = async (options) => await withCredential(connection, options);
		const exchange = bounded(connection, own);
		return paced(connection, exchange);
	}
	const exchange = counted(connection);
	const signedWith =
		(token: string): Exchange =>
		async (options) =>
			await exchange(signIn.sign(options, token));
	if (!signIn.opening) return signedWith(signIn.given(credentials));
	const given = signIn.given?.(credentials);
	if (given !== undefined) return signedWith(given);
	const { opening } = signIn;
	return async (options) =>
		await inSession(connection, {
			send: async (token) => await signedWith(token)(options),
			async signIn() {
				const { body } = await ask(opening.request(credentials));
				const token = isRecord(body) ? opening.token(body) : undefined;
				if (token !== undefined) return token;
				throw new UserError(`${vendor.name} accepted the sign-in, but opened no session`, {
					description: 'Check the address in the credential.',
				});
			},
		});
}
