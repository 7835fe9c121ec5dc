import type { ICredentialDataDecryptedObject, IHttpRequestHelper } from 'n8n-workflow';
import { UserError } from 'n8n-workflow';

import { isRecord } from '../kit/record';
import { apizeeBaseUrl, signIn } from './vendor';

/** A new token for the user of a credential, fetched as n8n's own mechanisms do it. */
export async function tokenOf(
	{ helpers }: IHttpRequestHelper,
	credentials: ICredentialDataDecryptedObject,
): Promise<string> {
	const { method, path, form } = signIn.request(credentials);
	const answer: unknown = await helpers.httpRequest({
		method,
		url: `${apizeeBaseUrl(credentials)}${path}`,
		headers: { Accept: 'application/json' },
		body: new URLSearchParams(form),
		disableFollowRedirect: true,
	});
	const token = isRecord(answer) ? signIn.token(answer) : undefined;
	if (token !== undefined) return token;
	throw new UserError('There is no API of Apizee at this address: check the base URL');
}
