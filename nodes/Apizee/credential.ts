import type {
	ICredentialDataDecryptedObject,
	IHttpRequestHelper,
	IN8nHttpFullResponse,
} from 'n8n-workflow';
import { UserError } from 'n8n-workflow';

import { isRecord } from '../kit/record';
import { apizeeBaseUrl, signIn } from './vendor';

/** The statuses of a sign-in that was rejected: OAuth2 has 400, the vendor 401. */
const REJECTED = [400, 401, 403];

/**
 * A new token for the user of a credential, fetched as n8n's own mechanisms do it. Throws what a test
 * of the credential then shows.
 */
export async function tokenOf(
	{ helpers }: IHttpRequestHelper,
	credentials: ICredentialDataDecryptedObject,
): Promise<string> {
	const { method, path, form } = signIn.request(credentials);
	const { statusCode, body }: IN8nHttpFullResponse = await helpers.httpRequest({
		method,
		url: `${apizeeBaseUrl(credentials)}${path}`,
		headers: { Accept: 'application/json' },
		body: new URLSearchParams(form),
		disableFollowRedirect: true,
		ignoreHttpStatusErrors: true,
		returnFullResponse: true,
	});
	if (REJECTED.includes(statusCode)) {
		throw new UserError('Apizee rejected the username or password: check both');
	}
	if (statusCode === 429) throw new UserError('Apizee takes no more requests for a minute');
	const token = isRecord(body) ? signIn.token(body) : undefined;
	if (token !== undefined) return token;
	throw new UserError(
		`There is no API of Apizee at this address (HTTP ${statusCode}): check the base URL`,
	);
}
