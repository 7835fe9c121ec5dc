import {
	NodeApiError,
	type ICredentialDataDecryptedObject,
	type IDataObject,
	type IHttpRequestOptions,
	type IN8nHttpFullResponse,
} from 'n8n-workflow';

import type { Connection } from './connection';
import { isThrown } from './error';
import type { Request } from './request';
import { untilCancelled } from './rest';
import { isStream } from './stream';

/** The token that goes with every request of a credential: its own, or that of a session. */
export type SignIn = {
	/** The request with the token in it. */
	sign(options: IHttpRequestOptions, token: string): IHttpRequestOptions;
} & (Holding | Opening);

/** The credential holds the token. */
interface Holding {
	given(credentials: ICredentialDataDecryptedObject): string;
	opening?: undefined;
}

/** A session is opened, unless the credential already holds a token, which is not renewed. */
interface Opening {
	given?(credentials: ICredentialDataDecryptedObject): string | undefined;
	opening: SessionOpening;
}

interface SessionOpening {
	request(credentials: ICredentialDataDecryptedObject): Request;
	/** The token in the answer; `undefined` when there is none. */
	token(body: IDataObject): string | undefined;
}

interface Session {
	token: Promise<string>;
	/** When it was opened, in milliseconds. */
	opened: number;
	/** Whether the vendor has accepted the token at least once. */
	proven: boolean;
}

/** The sessions of this process: all items, runs and workflows with the same credential share one. */
const sessions = new Map<string, Session>();

/** A token that was never accepted is not replaced before this many milliseconds. */
const SETTLED = 60_000;

/** How a session is opened and used. */
interface Steps {
	signIn(): Promise<string>;
	send(token: string): Promise<IN8nHttpFullResponse>;
}

/**
 * Sends a request in the credential's session, which is opened when there is none. A 401, or a web page
 * instead of a file, means that it has expired: it is opened again, once however many requests notice,
 * and the request is repeated once. A sign-in that the vendor rejected is not tried again in the run.
 */
export async function inSession(
	connection: Connection,
	{ signIn, send }: Steps,
): Promise<IN8nHttpFullResponse> {
	const { account: key } = connection;
	const open = (): Session => {
		const session = { token: signIn(), opened: Date.now(), proven: false };
		sessions.set(key, session);
		session.token.catch(() => {
			if (sessions.get(key) === session) sessions.delete(key);
		});
		return session;
	};
	const within = async (session: Session) => {
		const token = await tokenOf(session, connection);
		const response = await send(token);
		session.proven ||= isAccepted(response);
		return response;
	};

	const current = () => {
		if (connection.rejected) throw again(connection, connection.rejected);
		return sessions.get(key) ?? open();
	};

	const session = current();
	const response = await within(session);
	const expired = session.proven || Date.now() - session.opened > SETTLED;
	if (!isUnsigned(response) || !expired) return response;
	if (isStream(response.body)) response.body.destroy();
	// The first to notice makes room for a new one; the others find that.
	if (sessions.get(key) === session) sessions.delete(key);
	return await within(current());
}

/** Whether the token was looked at and found good; who is busy or broken may not have looked. */
const isAccepted = (response: IN8nHttpFullResponse): boolean =>
	!isUnsigned(response) && response.statusCode < 500 && response.statusCode !== 429;

const isUnsigned = ({ statusCode, headers, body }: IN8nHttpFullResponse): boolean =>
	statusCode === 401 || (isStream(body) && /html/i.test(String(headers['content-type'])));

async function tokenOf(session: Session, connection: Connection): Promise<string> {
	const opened = untilCancelled(session.token, connection.cancelled);
	const token = await opened.catch((error: unknown) => {
		if (!isThrown(error, 'NodeApiError')) throw error;
		if (isFinal(error)) connection.rejected = error;
		throw again(connection, error);
	});
	if (!connection.secrets.includes(token)) connection.secrets.push(token);
	return token;
}

/** Whether the vendor said no to the sign-in, and not only to the moment. */
const isFinal = ({ httpCode }: NodeApiError): boolean =>
	/^4\d\d$/.test(httpCode ?? '') && !['408', '429'].includes(httpCode ?? '');

/** The same failure for another item: an error carries the number of its item. */
const again = ({ context }: Connection, { message, description, httpCode }: NodeApiError) =>
	new NodeApiError(
		context.getNode(),
		{ message },
		{ message, description: description ?? undefined, httpCode: httpCode ?? undefined },
	);
