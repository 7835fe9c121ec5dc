import type { ICredentialTestRequest, INodeProperties } from 'n8n-workflow';

/** Where the credential belongs to, as an expression that survives a trailing slash. */
const BASE_URL = '={{ $credentials.baseUrl.replace(/\\/+$/, "") }}';

/** The address that all requests go to; `example` is one of the brand's. */
export const baseUrl = (example: string): INodeProperties => ({
	displayName: 'Base URL',
	name: 'baseUrl',
	type: 'string',
	required: true,
	default: '',
	placeholder: `e.g. ${example}`,
	description:
		'Protocol and host of your company’s or reseller’s pages alone, without a path. It must start with https://.',
});

/** Signs in, which both reseller admins and company admins may. */
export const signInTest = (
	body: Record<string, string>,
	message: string,
): ICredentialTestRequest => ({
	request: {
		baseURL: BASE_URL,
		url: '/enterprise_api/authenticate',
		method: 'POST',
		body,
		disableFollowRedirect: true,
	},
	rules: [
		{
			type: 'responseSuccessBody',
			properties: { key: 'auth_token', value: undefined, message },
		},
	],
});

/** Answers that mean that the account is not connected, or that this is not the platform. */
const UNUSABLE = [401, 404, 405, 500, 502, 503];

/**
 * A read that changes nothing. Reseller admins would have to name a company, so that an answer which
 * asks for it is a good one as well. A 401 has to be an error for n8n to renew the token.
 */
export const readTest: ICredentialTestRequest = {
	request: {
		baseURL: BASE_URL,
		url: '/enterprise_api/host/fetch_all',
		method: 'POST',
		body: {},
		disableFollowRedirect: true,
		ignoreHttpStatusErrors: { ignore: true, except: [401] },
	},
	rules: UNUSABLE.map((value) => ({
		type: 'responseCode',
		properties: { value, message: 'Connect the account again, and check the base URL' },
	})),
};

/** What an OAuth2 credential of this platform has beside n8n's own fields. Source: seed 004, 12.0. */
export const oAuth2 = (example: string): INodeProperties[] => [
	baseUrl(example),
	{
		displayName: 'OAuth Base URL',
		name: 'oauthBaseUrl',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://app.example.com',
		description: 'Where you sign in to connect the account; left empty, the base URL',
	},
	hidden('Grant Type', 'grantType', 'authorizationCode'),
	hidden('Authorization URL', 'authUrl', oauthUrl('authorize')),
	hidden('Access Token URL', 'accessTokenUrl', oauthUrl('token')),
	hidden('Scope', 'scope', 'read,write'),
	hidden('Auth URI Query Parameters', 'authQueryParameters', ''),
	hidden('Authentication', 'authentication', 'body'),
];

const oauthUrl = (page: string) =>
	`={{ ($self.oauthBaseUrl || $self.baseUrl).replace(/\\/+$/, "") + "/oauth/${page}" }}`;

const hidden = (displayName: string, name: string, value: string): INodeProperties => ({
	displayName,
	name,
	type: 'hidden',
	default: value,
});
