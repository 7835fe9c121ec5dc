import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { apiAddress } from '../kit/address';
import type { Vendor } from '../kit/connection';
import { refusal } from '../kit/error';
import type { Explanation, FailedAnswer } from '../kit/failure';
import { path } from '../kit/path';
import { post } from '../kit/request';
import type { SignIn } from '../kit/session';
import { apizeePaging } from './paging';

const EXAMPLE = 'https://cloud.apizee.com/api';

/** What the vendor grants every user. Source: VENDOR-FACTS.md, "Quota". */
const REQUESTS_PER_MINUTE = 10;

const SECRET = ['password', 'accessToken', 'webhookSecret'];

const holdsToken = ({ authentication }: ICredentialDataDecryptedObject) =>
	authentication === 'token';

/** Logins are e-mail addresses, in whatever case they are typed. A token does not tell whose it is. */
const login = (credentials: ICredentialDataDecryptedObject): string | undefined =>
	holdsToken(credentials) ? undefined : String(credentials.username).trim().toLowerCase();

/** An entry of the credential that has to be filled in. */
function demanded(label: string, entry: unknown): string {
	if (typeof entry === 'string' && entry.trim() !== '') return entry;
	throw refusal(label, 'is empty', 'Enter it in the credential of this node');
}

/** Origin and path of the API. Throws a refusal when the credential cannot give one. */
export const apizeeBaseUrl = ({ baseUrl }: ICredentialDataDecryptedObject): string =>
	apiAddress('Base URL', baseUrl, EXAMPLE);

/** A token of 24 hours for a username and password, as OAuth2 has it. Source: VENDOR-FACTS.md, "Token". */
export const signIn = {
	given: (credentials) =>
		holdsToken(credentials) ? demanded('Access Token', credentials.accessToken).trim() : undefined,
	opening: {
		request: ({ username, password }) =>
			post(path`/token`, {
				form: {
					grant_type: 'password',
					username: demanded('Username', username).trim(),
					password: demanded('Password', password),
				},
			}),
		token: ({ access_token: token }) => (typeof token === 'string' && token ? token : undefined),
	},
	sign: (options, token) => ({
		...options,
		headers: { ...options.headers, Authorization: `Bearer ${token}` },
	}),
} satisfies SignIn;

/** Apizee. Sources: seed 003, "Overview"; VENDOR-FACTS.md, Apizee. */
export const apizee: Vendor = {
	name: 'Apizee',
	credentialTypes: { apizee: 'apizeeApi' },
	signIns: { apizeeApi: signIn },
	baseUrl: apizeeBaseUrl,
	secrets: (credentials) =>
		SECRET.map((entry) => credentials[entry])
			.filter((secret) => typeof secret === 'string')
			.flatMap((secret) => [secret, secret.trim()]),
	paging: apizeePaging,
	user: login,
	quota: (credentials) => ({
		requests: Math.max(1, Number(credentials.requestsPerMinute) || REQUESTS_PER_MINUTE),
		user: login(credentials) ?? String(credentials.accessToken).trim(),
	}),
	guardsFiles: true,
	explain(failed, credentials) {
		if (failed.status === 429) return QUOTA_USED;
		if (failed.path === `${apizeeBaseUrl(credentials)}/token`) return signInFailed(failed);
		if (failed.status === 404) return UNKNOWN;
		return failed.status === 401 ? tokenRejected(credentials) : undefined;
	},
};

const UNKNOWN: Explanation = {
	message: 'does not know what was asked for',
	next: 'Check the IDs of this item, and that the base URL in the credential has the path of the API',
};

const QUOTA_USED: Explanation = {
	message: 'takes no more requests for the moment',
	next: 'Its quota counts all requests of a user: give other systems a user of their own, or raise Options > Max Wait',
};

function signInFailed({ status }: FailedAnswer): Explanation | undefined {
	if (status === 400 || status === 401 || status === 403) {
		const message = 'rejected the username or password';
		return { message, next: 'Check both in the credential' };
	}
	if (![404, 405, 415].includes(status)) return undefined;
	const message = 'has no API at this address';
	return { message, next: `Enter the base URL with the path of the API, such as ${EXAMPLE}` };
}

function tokenRejected(credentials: ICredentialDataDecryptedObject): Explanation {
	if (holdsToken(credentials)) {
		const message = 'does not accept the access token, which may have expired';
		const next =
			'Paste a new one into the credential, or choose username and password there, which are renewed by themselves';
		return { message, next };
	}
	const message = 'does not accept the token that it has just given';
	return { message, next: 'Try again later; if it stays so, ask the vendor about this user' };
}
