import { CONFERENCING_FIXTURES } from './conferencingFixtures';
import { apiToken, FIXTURES } from './fixtures';
import { DEFAULT_CALLBACK, registeredClient, SCOPES } from './oauth/clients';
import type { Platform } from './platform';
import { SIGNING_TOKEN } from './webhooks/events';

/** An administrator's ready-made account. */
export interface AdministratorAccess {
	hostId: number;
	email: string;
	password: string;
	apiToken: string;
}

/** What a client needs to use one simulated brand. */
export interface IotumAccess {
	/** Address of the company's host; paths begin with `/enterprise_api`. */
	baseUrl: string;
	/** Another origin: pre-signed uploads and download links. Refuses every credential. */
	storageUrl: string;
	/** Iotum signs in with the API token, VivoMeetings with e-mail and password. */
	resellerAdmin: AdministratorAccess;
	companyAdmin: AdministratorAccess;
	oauth: {
		clientId: string;
		clientSecret: string;
		redirectUri: string;
		authorizeUrl: string;
		accessTokenUrl: string;
		revokeUrl: string;
		scope: string;
	};
	/** Value of the header `x-signing-token` of webhook deliveries; only where they are signed. */
	signingToken?: string;
	/** Numbers of what is there from the start. */
	fixtures: typeof FIXTURES & typeof CONFERENCING_FIXTURES;
}

export function installationAccess(platform: Platform): IotumAccess {
	const { urls, brand } = platform;
	const { api = '', storage = '' } = urls;
	const { clientId, clientSecret } = registeredClient(platform);
	return {
		baseUrl: api,
		storageUrl: storage,
		resellerAdmin: administrator(platform, FIXTURES.resellerAdminId, 'reseller-admin'),
		companyAdmin: administrator(platform, FIXTURES.companyAdminId, 'company-admin'),
		oauth: {
			clientId,
			clientSecret,
			redirectUri: DEFAULT_CALLBACK,
			authorizeUrl: `${api}/oauth/authorize`,
			accessTokenUrl: `${api}/oauth/token`,
			revokeUrl: `${api}/oauth/revoke`,
			scope: SCOPES.join(','),
		},
		signingToken: brand.signsWebhooks ? SIGNING_TOKEN : undefined,
		fixtures: { ...FIXTURES, ...CONFERENCING_FIXTURES },
	};
}

function administrator(
	platform: Platform,
	hostId: number,
	owner: 'reseller-admin' | 'company-admin',
): AdministratorAccess {
	const host = platform.state.hosts.get(hostId);
	return {
		hostId,
		email: host?.settings.email ?? '',
		password: host?.password ?? '',
		apiToken: apiToken(platform, owner),
	};
}
