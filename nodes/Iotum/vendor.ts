import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';

import { origin } from '../kit/address';
import type { Vendor } from '../kit/connection';
import type { Explanation, FailedAnswer } from '../kit/failure';
import { cursorPaging } from '../kit/paging';
import { path } from '../kit/path';
import { isRecord } from '../kit/record';
import { post } from '../kit/request';
import type { SignIn } from '../kit/session';
import { wire } from './wire';

/** What differs between the brands that speak this API. */
interface Brand {
	/** The name users know. */
	name: string;
	/** The credential types by the node's `authentication`. */
	credentialTypes: Record<string, string>;
	/** The credential type that opens a session, and the entries it signs in with, as in its form. */
	session: { credentialType: string; entries: string[] };
	/** What to do when the sign-in is rejected, without a full stop. */
	rejected: Explanation;
}

/** Entries of credentials that must never be seen. */
const SECRET = ['apiToken', 'signingToken', 'password', 'webhookSecret', 'clientSecret'];
const SECRET_OF_OAUTH = ['access_token', 'refresh_token'];

/** The path below the base URL. Source: seed 002, "General"; seed 004, 1.1. */
const enterpriseApiUrl = ({ baseUrl }: ICredentialDataDecryptedObject): string =>
	`${origin('Base URL', baseUrl)}/enterprise_api`;

/**
 * A brand of the conferencing platform. A session's token travels in the body of every request.
 * Sources: seed 002, "General" and "Authentication"; seed 004, 1.0, 3.0 and 12.7.
 */
export function enterpriseApi({ name, credentialTypes, session, rejected }: Brand): Vendor {
	return {
		name,
		credentialTypes,
		signIns: { [session.credentialType]: signIn(session.entries) },
		baseUrl: enterpriseApiUrl,
		secrets({ oauthTokenData, ...credentials }) {
			const oauth = isRecord(oauthTokenData) ? oauthTokenData : {};
			return [
				...SECRET.map((entry) => credentials[entry]),
				...SECRET_OF_OAUTH.map((entry) => oauth[entry]),
			].filter((secret) => typeof secret === 'string');
		},
		paging: cursorPaging,
		explain: (failed, credentials) =>
			failed.status === 401 ? unauthorized(failed, credentials, rejected) : forbidden(failed),
	};
}

function signIn(entries: string[]): SignIn {
	return {
		opening: {
			request(credentials) {
				const given = entries.map((entry) => [entry, credentials[entry]]);
				return post(path`/authenticate`, { body: wire(Object.fromEntries(given)) });
			},
			token: ({ auth_token: token }) => (typeof token === 'string' && token ? token : undefined),
		},
		sign: (options, token) => ({ ...options, body: { ...bodyOf(options), auth_token: token } }),
	};
}

const bodyOf = ({ body }: IHttpRequestOptions) => (isRecord(body) ? body : {});

function unauthorized(
	{ path: asked }: FailedAnswer,
	credentials: ICredentialDataDecryptedObject,
	rejected: Explanation,
): Explanation {
	if (asked.endsWith('/authenticate')) return rejected;
	if ('oauthTokenData' in credentials) {
		const message = 'rejected the OAuth2 authorization, which may have been revoked';
		return { message, next: 'Open the credential and connect the account again' };
	}
	return {
		message: 'does not accept the session that it has just opened',
		next: 'Try again later; if it stays so, ask the vendor about the account of the credential',
	};
}

/** What only reseller admins may do. Source: the roles at each method of the seeds. */
const OF_RESELLERS =
	/\/(domain|company|chat|subscription\/(suspend|reactivate|cancel|suspend_all|fetch))(\/|$)/;

function forbidden({ status, path: asked }: FailedAnswer): Explanation | undefined {
	if (status !== 403) return undefined;
	if (OF_RESELLERS.test(new URL(asked).pathname)) {
		return {
			message: 'allows this only to reseller admins, within their own reseller',
			next: 'Use the credential of a reseller admin, and check the IDs of this item',
		};
	}
	return {
		message: 'allows this only to company admins, within their own company, and to reseller admins',
		next: 'Check the IDs of this item, or use the credential of an admin above them',
	};
}

/** Iotum and Callbridge, which is one platform. Source: seed 002, "Authentication". */
export const iotum = enterpriseApi({
	name: 'Iotum',
	credentialTypes: { apiToken: 'iotumApi', oAuth2: 'iotumOAuth2Api' },
	session: { credentialType: 'iotumApi', entries: ['apiToken'] },
	rejected: {
		message: 'rejected the API token',
		next: 'Check it in the credential, or create a new one in the Admin UI under Developers',
	},
});
