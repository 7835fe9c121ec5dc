import type { ICredentialType, INodeProperties, Icon } from 'n8n-workflow';

import { baseUrl, signInTest } from '../nodes/Iotum/credential';

/** Access of an admin by API token. Source: seed 002, "Authentication"; VENDOR-FACTS.md, webhooks. */
export class IotumApi implements ICredentialType {
	name = 'iotumApi';

	displayName = 'Iotum API';

	icon: Icon = {
		light: 'file:../icons/iotum.svg',
		dark: 'file:../icons/iotum.dark.svg',
	};

	documentationUrl =
		'https://github.com/n8n-nodes-conferencing/n8n-nodes-conferencing?tab=readme-ov-file#credentials';

	properties: INodeProperties[] = [
		baseUrl('https://acme.callbridge.com'),
		{
			displayName: 'API Token',
			name: 'apiToken',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description:
				'Create it in the Admin UI under Developers, as a reseller admin or company admin',
		},
		{
			displayName: 'Signing Token',
			name: 'signingToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				'Only for the trigger: it is shown in the Admin UI under Developers and proves that a delivery comes from the vendor',
		},
	];

	test = signInTest(
		{ api_token: '={{ $credentials.apiToken }}' },
		'There is no conferencing platform at this address: check the base URL',
	);
}
