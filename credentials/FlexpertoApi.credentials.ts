import type {
	IAuthenticate,
	ICredentialTestRequest,
	ICredentialType,
	INodeProperties,
	Icon,
} from 'n8n-workflow';

import { assertSameOrigin, withoutRedirects } from '../nodes/kit/address';
import { flexpertoBaseUrl, signIn } from '../nodes/Flexperto/vendor';

/** Access of an administrator to one tenant. Source: seed 000, "Administrative Authentication". */
export class FlexpertoApi implements ICredentialType {
	name = 'flexpertoApi';

	displayName = 'Flexperto API';

	icon: Icon = {
		light: 'file:../icons/flexperto.svg',
		dark: 'file:../icons/flexperto.dark.svg',
	};

	documentationUrl =
		'https://github.com/n8n-nodes-conferencing/n8n-nodes-conferencing?tab=readme-ov-file#credentials';

	properties: INodeProperties[] = [
		{
			displayName: 'Environment',
			name: 'environment',
			type: 'options',
			options: [
				{ name: 'Live', value: 'live' },
				{ name: 'Test', value: 'test' },
				{ name: 'Custom Address', value: 'custom' },
			],
			default: 'live',
			description: 'The platform that your Flexperto account belongs to',
		},
		{
			displayName: 'Tenant',
			name: 'tenant',
			type: 'string',
			default: '',
			placeholder: 'e.g. acme',
			description:
				'The first part of your Flexperto address, e.g. "acme" of acme.live.flexperto.com',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. https://video.example.com',
			description: 'Protocol and host alone, without a path. It must start with https://.',
			displayOptions: { show: { environment: ['custom'] } },
		},
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description:
				'Create it in Flexperto as an administrator under Administration > API tokens. It is valid for two years.',
		},
	];

	/**
	 * Adds the key to requests that go to the tenant's own address, and to no other. Where an answer leads
	 * elsewhere, n8n would take the key along, as it is in a header of the vendor's own.
	 */
	authenticate: IAuthenticate = async (credentials, requestOptions) => {
		assertSameOrigin(flexpertoBaseUrl(credentials), requestOptions);
		return withoutRedirects(signIn.sign(requestOptions, signIn.given(credentials)));
	};

	test: ICredentialTestRequest = {
		request: {
			baseURL:
				'={{ $credentials.environment === "custom" ? $credentials.baseUrl.trim().replace(/\\/+$/, "") : `https://${$credentials.tenant}.${$credentials.environment}.flexperto.com` }}/api/v2',
			url: '/users/users',
			qs: { limit: 1 },
			disableFollowRedirect: true,
		},
		rules: [
			{
				// A list has items; a web page of a proxy or another host has none.
				type: 'responseSuccessBody',
				properties: {
					key: 'items',
					value: undefined,
					message: 'Flexperto did not answer at this address: check the address',
				},
			},
		],
	};
}
