import { FIXTURES, TOKENS } from './fixtures';
import type { Platform } from './platform';

/** A ready-made user with a password, an assertion and a token that works. */
export interface UserAccess {
	id: number;
	name: string;
	username: string;
	password: string;
	/** For the grant type `urn:ietf:params:oauth:grant-type:jwt-bearer`. */
	assertion: string;
	token: string;
}

/** What a client needs to use the simulated Apizee. */
export interface ApizeeAccess {
	/** Address of the vendor's host, also of its portal and its media. */
	url: string;
	/** The API as in seed 003: `{url}/api`. */
	baseUrl: string;
	/** The same in the vendor's present reference: `{url}/api/v3`. */
	v3Url: string;
	/** Another origin: files of some media. Refuses every credential. */
	storageUrl: string;
	agent: UserAccess;
	secondAgent: UserAccess;
	foreignAgent: UserAccess;
	/** Numbers of what is there from the start. */
	fixtures: typeof FIXTURES;
}

export function installationAccess(platform: Platform): ApizeeAccess {
	const { api = '', storage = '' } = platform.urls;
	return {
		url: api,
		baseUrl: `${api}/api`,
		v3Url: `${api}/api/v3`,
		storageUrl: storage,
		agent: userAccess(platform, FIXTURES.agentId, TOKENS.agent),
		secondAgent: userAccess(platform, FIXTURES.secondAgentId, TOKENS.secondAgent),
		foreignAgent: userAccess(platform, FIXTURES.foreignAgentId, TOKENS.foreignAgent),
		fixtures: FIXTURES,
	};
}

function userAccess({ state }: Platform, id: number, token: string): UserAccess {
	const user = state.users.get(id);
	if (!user) throw new Error(`The fixtures have no user ${id}.`);
	const { name, username, password, assertion } = user;
	return { id, name, username, password, assertion, token };
}
