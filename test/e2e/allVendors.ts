import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { ApizeeApi } from '../../credentials/ApizeeApi.credentials';
import { FlexpertoApi } from '../../credentials/FlexpertoApi.credentials';
import { IotumApi } from '../../credentials/IotumApi.credentials';
import { IotumOAuth2Api } from '../../credentials/IotumOAuth2Api.credentials';
import { VivoMeetingsApi } from '../../credentials/VivoMeetingsApi.credentials';
import { VivoMeetingsOAuth2Api } from '../../credentials/VivoMeetingsOAuth2Api.credentials';
import { Apizee } from '../../nodes/Apizee/Apizee.node';
import { Flexperto } from '../../nodes/Flexperto/Flexperto.node';
import { Iotum } from '../../nodes/Iotum/Iotum.node';
import { VivoMeetings } from '../../nodes/VivoMeetings/VivoMeetings.node';
import type { Sandbox } from '../../sandbox/server';
import { accountsOf } from '../../scripts/accounts';
import { start } from '../setup';
import { inInstalledN8n } from './setup';

/** Access to every vendor that works, by each type of credential. */
function accounts(sandbox: Sandbox) {
	return {
		...accountsOf(sandbox),
		iotumOAuth2Api: application(sandbox.iotum),
		vivoMeetingsOAuth2Api: application(sandbox.vivoMeetings),
	};
}

/** What the user enters before the account is connected. */
function application({ baseUrl, oauth: { clientId, clientSecret } }: Sandbox['iotum']) {
	return { baseUrl, clientId, clientSecret };
}

/** n8n with all action nodes, a credential of each type, and the sandbox as all vendors. */
export async function startAllVendors(more: Record<string, ICredentialDataDecryptedObject> = {}) {
	return await start({
		node: '',
		nodeTypes: [Flexperto, Iotum, VivoMeetings, Apizee],
		credentialTypes: [
			FlexpertoApi,
			IotumApi,
			IotumOAuth2Api,
			VivoMeetingsApi,
			VivoMeetingsOAuth2Api,
			ApizeeApi,
		],
		credentials: (sandbox) => ({ ...accounts(sandbox), ...more }),
		options: inInstalledN8n,
	});
}
