import { resolve } from 'node:path';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import type { Setup } from '../Iotum/setup';

/** n8n's own OAuth2 credential, which those of the package extend. */
export const withOAuth2 = {
	packages: [resolve(__dirname, '../../playground/node_modules/n8n-nodes-base')],
};

type Tokens = Parameters<Setup['vendor']['issueTokens']>[0];

/** A connected account, as n8n stores it after the user has authorized it. */
export async function connected(
	{ access, vendor }: Setup,
	tokens: Tokens = {},
	changes: ICredentialDataDecryptedObject = {},
) {
	const { accessToken, refreshToken } = await vendor.issueTokens(tokens);
	const { clientId, clientSecret } = access.oauth;
	const credential: ICredentialDataDecryptedObject = {
		baseUrl: access.baseUrl,
		clientId,
		clientSecret,
		oauthTokenData: {
			access_token: accessToken,
			refresh_token: refreshToken,
			token_type: 'Bearer',
			scope: 'read write',
		},
		...changes,
	};
	return { credential, accessToken, refreshToken };
}
