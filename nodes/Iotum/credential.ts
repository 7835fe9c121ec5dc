import type { ICredentialTestRequest, INodeProperties } from 'n8n-workflow';

/**
 * An address of the credential, as an expression that survives blanks and a trailing slash. One that
 * would be reached without protection becomes one that cannot be reached.
 */
function guarded(entry: string): string {
	const address = `(${entry}).trim()`;
	const isProtected = `/^(https:|http:\\/\\/(localhost|127\\.0\\.0\\.1|\\[::1\\])([:\\/]|$))/i.test(${address})`;
	const unreachable = '"https://base-url-does-not-start-with-https.invalid"';
	return `(${isProtected} ? ${address}.replace(/\\/+$/, "") : ${unreachable})`;
}

const BASE_URL = `={{ ${guarded('$credentials.baseUrl')} }}`;

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

/**
 * A read that changes nothing and that both kinds of admins may make. The body is text, because n8n
 * leaves an empty record out. A list has products; a web page of another host has none.
 */
export const readTest: ICredentialTestRequest = {
	request: {
		baseURL: BASE_URL,
		url: '/enterprise_api/subscription/fetch_products',
		method: 'POST',
		headers: { 'Content-Type': 'application/json' },
		body: '{}',
		disableFollowRedirect: true,
	},
	rules: [
		{
			type: 'responseSuccessBody',
			properties: {
				key: 'slug',
				value: undefined,
				message: 'There is no conferencing platform at this address: check the base URL',
			},
		},
	],
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
	`={{ ${guarded('$self.oauthBaseUrl || $self.baseUrl')} + "/oauth/${page}" }}`;

const hidden = (displayName: string, name: string, value: string): INodeProperties => ({
	displayName,
	name,
	type: 'hidden',
	default: value,
});
