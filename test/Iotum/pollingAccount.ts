import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import type { TokenRequest } from '../../sandbox/iotum/control/accountsClient';
import type { EngineOptions } from '../harness/engine';
import { withN8nNodes } from '../setup';
import type { Setup } from './setup';
import { TRIGGERS } from './triggerWorkflow';

/** The triggers, and n8n's own OAuth2 credential, which those of the package extend. */
export const TRIGGERS_WITH_OAUTH2: EngineOptions = { ...TRIGGERS, ...withN8nNodes };

/** Stores a credential as n8n has it after the user has connected the account. */
export async function connectAccount(
	{ access, vendor, engine }: Setup,
	type: 'iotumOAuth2Api' | 'vivoMeetingsOAuth2Api',
	tokens: TokenRequest = {},
	changes: ICredentialDataDecryptedObject = {},
) {
	const issued = await vendor.issueTokens(tokens);
	const { clientId, clientSecret } = access.oauth;
	const credential: ICredentialDataDecryptedObject = {
		baseUrl: access.baseUrl,
		clientId,
		clientSecret,
		oauthTokenData: {
			access_token: issued.accessToken,
			refresh_token: issued.refreshToken,
			token_type: 'Bearer',
			scope: 'read write',
		},
		...changes,
	};
	engine.credentials[type] = credential;
	return { ...issued, credential };
}
