import type { ICredentialType, INodeProperties, Icon } from 'n8n-workflow';

import { oAuth2, readTest } from '../nodes/Iotum/credential';

/** Access of a user who connects an account. Source: seed 002, "Authentication"; seed 004, 12.0. */
export class IotumOAuth2Api implements ICredentialType {
	name = 'iotumOAuth2Api';

	extends = ['oAuth2Api'];

	displayName = 'Iotum OAuth2 API';

	icon: Icon = {
		light: 'file:../icons/iotum.svg',
		dark: 'file:../icons/iotum.dark.svg',
	};

	documentationUrl =
		'https://github.com/n8n-nodes-conferencing/n8n-nodes-conferencing?tab=readme-ov-file#credentials';

	properties: INodeProperties[] = oAuth2('https://acme.callbridge.com');

	test = readTest;
}
