import type {
	ICredentialDataDecryptedObject,
	IHttpRequestHelper,
	IN8nHttpFullResponse,
} from 'n8n-workflow';
import { UserError } from 'n8n-workflow';

import { received } from '../kit/body';
import { fingerprint } from '../kit/fingerprint';
import { isRecord } from '../kit/record';
import { apizeeBaseUrl, signIn } from './vendor';

/**
 * Marks for whom a token was fetched: n8n keeps it when the entries of the credential change, and
 * would send it on as another user, or to another address.
 */
const markOf = ({ baseUrl, username, password }: ICredentialDataDecryptedObject): string =>
	fingerprint(baseUrl, username, password);

/** What n8n keeps: the mark and the token. */
export async function fetchedToken(
	helper: IHttpRequestHelper,
	credentials: ICredentialDataDecryptedObject,
): Promise<string> {
	if (signIn.given(credentials) !== undefined) return markOf(credentials);
	return `${markOf(credentials)} ${await tokenOf(helper, credentials)}`;
}

/** The token that goes with a request: the pasted one, or what n8n keeps; none that is another user's. */
export function currentToken(credentials: ICredentialDataDecryptedObject): string | undefined {
	const [mark, token] = String(credentials.sessionToken).split(' ');
	return signIn.given(credentials) ?? (mark === markOf(credentials) ? token : undefined);
}

/** The statuses of a sign-in that was rejected: OAuth2 has 400, the vendor 401. */
const REJECTED = [400, 401, 403];

/** How long a sign-in is waited for, in milliseconds. */
const TIMEOUT = 60_000;

/**
 * A new token for the user of a credential, fetched as n8n's own mechanisms do it. Throws what a test
 * of the credential then shows.
 */
async function tokenOf(
	{ helpers }: IHttpRequestHelper,
	credentials: ICredentialDataDecryptedObject,
): Promise<string> {
	const { method, path, form } = signIn.opening.request(credentials);
	const response: IN8nHttpFullResponse = await helpers.httpRequest({
		method,
		url: `${apizeeBaseUrl(credentials)}${path}`,
		headers: { Accept: 'application/json' },
		body: new URLSearchParams(form),
		disableFollowRedirect: true,
		ignoreHttpStatusErrors: true,
		returnFullResponse: true,
		encoding: 'stream',
		timeout: TIMEOUT,
	});
	const { statusCode, body } = await received(response, { url: '', timeout: TIMEOUT });
	if (REJECTED.includes(statusCode)) {
		throw new UserError('Apizee rejected the username or password: check both');
	}
	if (statusCode === 429) throw new UserError('Apizee takes no more requests for a minute');
	const token = isRecord(body) ? signIn.opening.token(body) : undefined;
	if (token !== undefined) return token;
	throw new UserError(
		`There is no API of Apizee at this address (HTTP ${statusCode}): check the base URL`,
	);
}
