import { resolve } from 'node:path';

import type { ICredentialDataDecryptedObject, IDataObject, INodeParameters } from 'n8n-workflow';

import type { TokenRequest } from '../../sandbox/iotum/control/accountsClient';
import { useIotum } from './setup';

// n8n's own OAuth2 credential, which the one of the package extends.
const n8nNodes = resolve(__dirname, '../../playground/node_modules/n8n-nodes-base');

/** A setup for a test file in which accounts are connected by OAuth2. */
export function useOAuth2() {
	const iotum = useIotum({ packages: [n8nNodes] });
	return {
		iotum,
		/** Stores a credential as n8n has it after the user has connected the account. */
		async connect(tokens: TokenRequest = {}, changes: ICredentialDataDecryptedObject = {}) {
			const { access, vendor, engine } = iotum();
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
			engine.credentials.iotumOAuth2Api = credential;
			return { ...issued, credential };
		},
		/** Runs an operation with the credential that `connect` has stored. */
		async run(name: `${string}.${string}`, inputs: INodeParameters = {}, items?: IDataObject[]) {
			const parameters = { authentication: 'oAuth2', ...inputs };
			return await iotum().run(name, { inputs: parameters, items });
		},
	};
}
