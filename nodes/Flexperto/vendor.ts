import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { DateTime } from 'luxon';

import { origin } from '../kit/address';
import type { Vendor } from '../kit/connection';
import { refusal } from '../kit/error';
import { offsetPaging } from '../kit/paging';
import { isRecord } from '../kit/record';
import type { SignIn } from '../kit/session';

/** When the hint about the key's end of life begins. */
const WARN_DAYS = 30;

/**
 * Origin and API path of a tenant. Throws a refusal when the credential cannot give one.
 * Source: seed 000, "Base URL Schema".
 */
export function flexpertoBaseUrl(credentials: ICredentialDataDecryptedObject): string {
	const { tenant, environment, baseUrl } = credentials;
	if (environment === 'custom') return `${origin('Base URL', baseUrl)}/api/v2`;
	if (typeof tenant !== 'string' || !/^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/i.test(tenant)) {
		const next =
			'Enter the first part of your Flexperto address in the credential, e.g. "acme" of acme.live.flexperto.com';
		throw refusal('Tenant', 'is not a tenant name', next);
	}
	const host = environment === 'test' ? 'test' : 'live';
	return `https://${tenant.toLowerCase()}.${host}.flexperto.com/api/v2`;
}

/** The end of an API key's life; `undefined` when the key does not tell. Keys are JSON Web Tokens. */
function expiry({ apiKey }: ICredentialDataDecryptedObject): DateTime | undefined {
	const payload = String(apiKey).split('.')[1];
	if (payload === undefined) return undefined;
	try {
		const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString());
		if (!isRecord(claims) || typeof claims.exp !== 'number') return undefined;
		return DateTime.fromSeconds(claims.exp, { zone: 'utc' });
	} catch {
		return undefined;
	}
}

/** The API key. Source: seed 000, "Administrative Authentication". */
export const signIn = {
	given: ({ apiKey }: ICredentialDataDecryptedObject) => String(apiKey ?? ''),
	sign: (options, key) => ({ ...options, headers: { ...options.headers, 'api-key': key } }),
} satisfies SignIn;

const NEW_KEY = 'create a new one in Flexperto under Administration > API tokens';

/** Flexperto. Sources: seed 000, "Base URL Schema", "Administrative Authentication". */
export const flexperto: Vendor = {
	name: 'Flexperto',
	credentialTypes: { apiKey: 'flexpertoApi' },
	baseUrl: flexpertoBaseUrl,
	signIns: { flexpertoApi: signIn },
	secrets: ({ apiKey }) => (typeof apiKey === 'string' ? [apiKey] : []),
	paging: offsetPaging(100),
	explain({ status, path }, credentials) {
		if (status === 401) {
			const end = expiry(credentials);
			if (end && end < DateTime.utc()) {
				const message = `rejected the API key, which expired on ${end.toISODate()}`;
				return {
					message,
					next: `Keys live for two years: ${NEW_KEY} and put it in the credential`,
				};
			}
			return { message: 'rejected the API key', next: `Check it in the credential, or ${NEW_KEY}` };
		}
		if (status === 403) {
			return {
				message: 'does not allow this with the API key',
				next: 'Use the key of an administrator, and check "Act as User"',
			};
		}
		if (status === 404 && path.endsWith('/contracts/contracts/sessions')) {
			return {
				message: 'has no list of contract sessions at the expected address',
				next: 'The vendor does not document this address; please ask them and report it to us',
			};
		}
		return undefined;
	},
	warnings(credentials) {
		const days = expiry(credentials)?.diffNow('days').days;
		if (days === undefined || days >= WARN_DAYS) return [];
		const left = Math.ceil(days);
		const when = days < 0 ? 'has expired' : `expires in ${left} ${left === 1 ? 'day' : 'days'}`;
		return [`The Flexperto API key ${when}: ${NEW_KEY} and put it in the credential.`];
	},
};
