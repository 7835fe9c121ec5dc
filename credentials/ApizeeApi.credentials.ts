import type {
	IAuthenticate,
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IDataObject,
	IHttpRequestHelper,
	INodeProperties,
	Icon,
} from 'n8n-workflow';

import { currentToken, fetchedToken } from '../nodes/Apizee/credential';
import { apizeeBaseUrl, signIn } from '../nodes/Apizee/vendor';
import { assertSameOrigin } from '../nodes/kit/address';

/** Access of a user by username and password, or by a token. Source: VENDOR-FACTS.md, Apizee. */
export class ApizeeApi implements ICredentialType {
	name = 'apizeeApi';

	displayName = 'Apizee API';

	icon: Icon = {
		light: 'file:../icons/apizee.svg',
		dark: 'file:../icons/apizee.dark.svg',
	};

	documentationUrl =
		'https://github.com/n8n-nodes-conferencing/n8n-nodes-conferencing?tab=readme-ov-file#credentials';

	properties: INodeProperties[] = [
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			required: true,
			default: 'https://cloud.apizee.com/api',
			description:
				'Address with the path of the API, /api or /api/v3. It must start with https://.',
		},
		{
			displayName: 'Authentication',
			name: 'authentication',
			type: 'options',
			options: [
				{ name: 'Access Token', value: 'token' },
				{ name: 'Username and Password', value: 'password' },
			],
			default: 'password',
			description:
				'Tokens live for 24 hours. With username and password, a new one is fetched when needed.',
		},
		{
			displayName: 'Username',
			name: 'username',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. automation@example.com',
			description: 'Best a user for this alone: the vendor counts the requests of each user',
			displayOptions: { show: { authentication: ['password'] } },
		},
		{
			displayName: 'Password',
			name: 'password',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			displayOptions: { show: { authentication: ['password'] } },
		},
		{
			displayName: 'Access Token',
			name: 'accessToken',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			displayOptions: { show: { authentication: ['token'] } },
		},
		{
			displayName: 'Requests per Minute',
			name: 'requestsPerMinute',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 10,
			description:
				'What the vendor grants this user. All nodes and runs of this n8n process keep to it together.',
		},
		{
			displayName: 'Webhook Header Name',
			name: 'webhookHeaderName',
			type: 'string',
			default: 'X-Webhook-Secret',
			description:
				'Only for the trigger: the custom header that you add to the webhook in the vendor’s console',
		},
		{
			displayName: 'Webhook Secret',
			name: 'webhookSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: 'Only for the trigger: the value of that header, a long random text of your own',
		},
		{
			displayName: 'Session Token',
			name: 'sessionToken',
			type: 'hidden',
			typeOptions: { expirable: true, password: true },
			default: '',
		},
	];

	/** Has the HTTP Request node and the test sign in; the nodes of this package do so by themselves. */
	async preAuthentication(
		this: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
	): Promise<IDataObject> {
		return { sessionToken: await fetchedToken(this, credentials) };
	}

	/** Adds the token to requests that go to the vendor's own address, and to no other. */
	authenticate: IAuthenticate = async (credentials, requestOptions) => {
		assertSameOrigin(apizeeBaseUrl(credentials), requestOptions);
		const token = currentToken(credentials);
		const signed = token === undefined ? requestOptions : signIn.sign(requestOptions, token);
		return { ...signed, sendCredentialsOnCrossOriginRedirect: false };
	};

	test: ICredentialTestRequest = {
		request: {
			baseURL: '={{ $credentials.baseUrl.trim().replace(/\\/+$/, "") }}',
			url: '/users/me',
			disableFollowRedirect: true,
		},
		rules: [
			{
				// A user has an ID; a web page of another address has none.
				type: 'responseSuccessBody',
				properties: {
					key: 'id',
					value: undefined,
					message: 'There is no API of Apizee at this address: check the base URL',
				},
			},
		],
	};
}
