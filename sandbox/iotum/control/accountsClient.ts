import type { ControlCall } from '../../control';
import type {
	Company,
	Contact,
	ContactFields,
	Host,
	HostSettings,
	Mail,
	Product,
	Reseller,
	Subscription,
} from '../types';

export interface CompaniesRequest {
	/** 1 by default. */
	count?: number;
	/** The administrators' reseller by default. */
	resellerId?: number;
	/** Names of products to subscribe to; a host limit of 1 where they need one. */
	slugs?: string[];
}

/** Fields of a host that only the API sets. */
type OfTheApi =
	| 'email'
	| 'image_url'
	| 'native_streaming'
	| 'stream_preview'
	| 'vivomeeting_streaming_enabled';

export interface HostsRequest extends Partial<Omit<HostSettings, OfTheApi>> {
	/** 1 by default. */
	count?: number;
	/** `fixtures.companyId` by default. */
	companyId?: number;
	password?: string;
	/** None by default. */
	subscriptionIds?: number[];
}

export interface ContactsRequest extends Partial<ContactFields> {
	/** 1 by default. */
	count?: number;
	/** `fixtures.hostId` by default. */
	hostId?: number;
	/** Instead of a host: the company's own list. */
	companyId?: number;
}

export interface TokenRequest {
	/** The Reseller Admin by default. */
	hostId?: number;
	/** An access token that has expired already; the refresh token works. */
	expired?: boolean;
}

export interface IssuedTokens {
	accessToken: string;
	refreshToken: string;
}

/** What tests and demos do to accounts, beside using the API. */
export interface AccountsControl {
	addCompanies(request?: CompaniesRequest): Promise<Company[]>;
	addHosts(request?: HostsRequest): Promise<Host[]>;
	addContacts(request?: ContactsRequest): Promise<Contact[]>;
	addProduct(product: Product): Promise<Product>;
	addReseller(reseller: Omit<Reseller, 'id'>): Promise<Reseller>;
	/** Everything, with what the API does not show. */
	companies(): Promise<Company[]>;
	hosts(): Promise<Host[]>;
	contacts(): Promise<Contact[]>;
	subscriptions(): Promise<Subscription[]>;
	/** Whether host limits of the company's subscriptions may grow by themselves; they may at first. */
	lockHostLimits(companyId: number, locked: boolean): Promise<Company>;

	createApiToken(hostId: number): Promise<{ apiToken: string }>;
	revokeApiToken(apiToken: string): Promise<void>;
	/** Successful sign-ins since the start or the last reset. */
	signIns(): Promise<{ count: number }>;
	/** Every present auth_token is answered with `Session expired` from now on. */
	expireSessions(): Promise<void>;
	/** Every present auth_token is answered with `Invalid token` from now on. */
	dropSessions(): Promise<void>;

	/** A token pair as if the account had authorized the OAuth2 client. */
	issueTokens(request?: TokenRequest): Promise<IssuedTokens>;
	/** Every authorization is revoked: access and refresh tokens are refused. */
	revokeTokens(): Promise<void>;
	/** Callback addresses that authorization may lead back to, instead of the present ones. */
	setOauthCallbacks(urls: string[]): Promise<void>;

	/** E-mails the vendor would have sent. */
	mails(): Promise<Mail[]>;
	clearMails(): Promise<void>;
}

export function accountsControl(call: ControlCall, root: string): AccountsControl {
	return {
		addCompanies: (body = {}) => call('POST', `${root}/companies`, { body }),
		addHosts: (body = {}) => call('POST', `${root}/hosts`, { body }),
		addContacts: (body = {}) => call('POST', `${root}/contacts`, { body }),
		addProduct: (body) => call('POST', `${root}/products`, { body }),
		addReseller: (body) => call('POST', `${root}/resellers`, { body }),
		companies: () => call('GET', `${root}/companies`),
		hosts: () => call('GET', `${root}/hosts`),
		contacts: () => call('GET', `${root}/contacts`),
		subscriptions: () => call('GET', `${root}/subscriptions`),
		lockHostLimits: (id, locked) =>
			call('PUT', `${root}/companies/${id}/host-limits`, { body: { locked } }),

		createApiToken: (hostId) => call('POST', `${root}/api-tokens`, { body: { hostId } }),
		revokeApiToken: (token) => call('DELETE', `${root}/api-tokens/${encodeURIComponent(token)}`),
		signIns: () => call('GET', `${root}/sign-ins`),
		expireSessions: () => call('POST', `${root}/sessions/expire`),
		dropSessions: () => call('DELETE', `${root}/sessions`),

		issueTokens: (body = {}) => call('POST', `${root}/oauth/tokens`, { body }),
		revokeTokens: () => call('DELETE', `${root}/oauth/tokens`),
		setOauthCallbacks: (urls) => call('PUT', `${root}/oauth/callbacks`, { body: { urls } }),

		mails: () => call('GET', `${root}/mails`),
		clearMails: () => call('DELETE', `${root}/mails`),
	};
}
