import { resolve } from 'node:path';

import type { TokenRequest } from '../../sandbox/iotum/control/accountsClient';
import type { EngineOptions } from '../harness/engine';
import type { Setup } from './setup';
import { TRIGGERS } from './triggerWorkflow';

/** The triggers, and n8n's own OAuth2 credential, which those of the package extend. */
export const TRIGGERS_WITH_OAUTH2: EngineOptions = {
	...TRIGGERS,
	packages: [resolve(__dirname, '../../playground/node_modules/n8n-nodes-base')],
};

/** Stores a credential as n8n has it after the user has connected the account. */
export async function connectAccount(
	{ access, vendor, engine }: Setup,
	type: 'iotumOAuth2Api' | 'vivoMeetingsOAuth2Api',
	tokens: TokenRequest = {},
): Promise<{ accessToken: string; refreshToken: string }> {
	const issued = await vendor.issueTokens(tokens);
	const { clientId, clientSecret } = access.oauth;
	engine.credentials[type] = {
		baseUrl: access.baseUrl,
		clientId,
		clientSecret,
		oauthTokenData: {
			access_token: issued.accessToken,
			refresh_token: issued.refreshToken,
			token_type: 'Bearer',
			scope: 'read write',
		},
	};
	return issued;
}
