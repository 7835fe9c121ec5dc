import type { ICredentialDataDecryptedObject, IDataObject, INodeParameters } from 'n8n-workflow';

import type { TokenRequest } from '../../sandbox/iotum/control/accountsClient';
import { withN8nNodes } from '../setup';
import { connectAccount } from './pollingAccount';
import { useIotum, useVivoMeetings } from './setup';

/** A setup for a test file in which accounts are connected by OAuth2. */
export function useOAuth2(brand: 'iotum' | 'vivoMeetings' = 'iotum') {
	// n8n's own OAuth2 credential is what those of the package extend.
	const setup = (brand === 'iotum' ? useIotum : useVivoMeetings)(withN8nNodes);
	return {
		setup,
		/** Stores a credential as n8n has it after the user has connected the account. */
		connect: async (tokens?: TokenRequest, changes?: ICredentialDataDecryptedObject) =>
			await connectAccount(setup(), `${brand}OAuth2Api`, tokens, changes),
		/** Runs an operation with the credential that `connect` has stored. */
		async run(name: `${string}.${string}`, inputs: INodeParameters = {}, items?: IDataObject[]) {
			const parameters = { authentication: 'oAuth2', ...inputs };
			return await setup().run(name, { inputs: parameters, items });
		},
	};
}
