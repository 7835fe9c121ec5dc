import type { ControlCall } from '../../control';
import type { QuotaSettings, Settings } from '../settings';
import type { Token, User } from '../types';

export interface QuotaReport {
	settings: QuotaSettings;
	/** Every user who sent a request; `used` is what the present window has counted. */
	users: { username: string; requests: number; refused: number; used: number }[];
}

export interface TokenRequest {
	/** The agent of the fixtures by default. */
	userId?: number;
	/** Seconds; 86,400 by default. A negative number makes a token that has expired. */
	expiresIn?: number;
}

export interface UsersRequest {
	/** 1 by default. */
	count?: number;
	/** `fixtures.enterpriseId` by default. */
	enterpriseId?: number;
	/** The user name and the password follow from it; a number is added from the second on. */
	name?: string;
}

/** What tests and demos do to sign-in, quota and the vendor's undocumented habits. */
export interface AccessControl {
	/** A token as a user would paste it. */
	issueToken(request?: TokenRequest): Promise<Token>;
	tokens(): Promise<Token[]>;
	/** Every present token has expired from now on, those of the fixtures too. */
	expireTokens(): Promise<void>;
	/** Every present token is unknown from now on, those of the fixtures too. */
	revokeTokens(): Promise<void>;

	quota(): Promise<QuotaReport>;
	setQuota(settings: Partial<QuotaSettings>): Promise<QuotaSettings>;
	/** Uses the quota up as another process would; for the agent of the fixtures by default. */
	useQuota(requests: number, options?: { userId?: number }): Promise<QuotaReport>;
	/** All counts back to zero, all windows empty. */
	clearQuota(): Promise<void>;

	settings(): Promise<Settings>;
	setSettings(settings: Partial<Settings>): Promise<Settings>;
	/** Zone of the wall times in the statistics; of `fixtures.enterpriseId` by default. */
	setTimeZone(timeZone: string, enterpriseId?: number): Promise<void>;

	addUsers(request?: UsersRequest): Promise<User[]>;
	users(): Promise<User[]>;
}

export function accessControlClient(call: ControlCall, root: string): AccessControl {
	return {
		issueToken: (body = {}) => call('POST', `${root}/tokens`, { body }),
		tokens: () => call('GET', `${root}/tokens`),
		expireTokens: () => call('POST', `${root}/tokens/expire`),
		revokeTokens: () => call('DELETE', `${root}/tokens`),

		quota: () => call('GET', `${root}/quota`),
		setQuota: (body) => call('PUT', `${root}/quota`, { body }),
		useQuota: (requests, options) =>
			call('POST', `${root}/quota/use`, { body: { requests, ...options } }),
		clearQuota: () => call('DELETE', `${root}/quota`),

		settings: () => call('GET', `${root}/settings`),
		setSettings: (body) => call('PUT', `${root}/settings`, { body }),
		setTimeZone: (timeZone, enterpriseId) =>
			call('PUT', `${root}/time-zone`, { body: { timeZone, enterpriseId } }),

		addUsers: (body = {}) => call('POST', `${root}/users`, { body }),
		users: () => call('GET', `${root}/users`),
	};
}
