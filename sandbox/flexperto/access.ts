import type { FastifyRequest } from 'fastify';
import { DateTime } from 'luxon';
import { Refusal } from './errors';
import { now, timestamp, type Platform } from './platform';
import type { Account } from './types';
import { readToken, signToken } from './tokens';

/** Seed 000, Authentication: an API key is a JSON Web Token and valid for two years. */
const KEY_VALIDITY = { years: 2 };

export interface IssuedKey {
	apiKey: string;
	userId: number;
	/** ISO 8601. */
	expiresAt: string;
}

/** An API key owned by an account, valid for two years or the given number of days. */
export function issueKey(platform: Platform, account: Account, expiresInDays?: number): IssuedKey {
	const issued = DateTime.fromJSDate(platform.clock.now(), { zone: 'utc' });
	const expires = issued.plus(expiresInDays === undefined ? KEY_VALIDITY : { days: expiresInDays });
	const apiKey = signToken({
		aud: 'api-key',
		sub: String(account.id),
		tenant: platform.tenant,
		iat: Math.floor(issued.toSeconds()),
		exp: Math.floor(expires.toSeconds()),
	});
	return { apiKey, userId: account.id, expiresAt: expires.toJSDate().toISOString() };
}

/** Who is allowed to use an endpoint. */
export type Access =
	/** Seed 000, Archiving: only administrators, through an API token. */
	| 'administrator'
	/** Seed 000 and 001: the endpoint wants `x-user-id`, the expert who owns the meeting or session. */
	| 'impersonated'
	/** Any key; `x-user-id` may be given. */
	| 'any';

export interface Caller {
	/** Who the request acts as. */
	account: Account;
	/** Whether the request speaks for one user only, and not for the tenant. */
	restricted: boolean;
}

const callers = new WeakMap<FastifyRequest, Caller>();

export function caller(request: FastifyRequest): Caller {
	const found = callers.get(request);
	if (!found) throw new Error('The route is public: it has no caller.');
	return found;
}

/** A hook that lets a request through only with a key, and a user, that may use the endpoint. */
export function requireAccess(platform: Platform, access: Access) {
	return async (request: FastifyRequest): Promise<void> => {
		const owner = keyOwner(platform, request);
		const header = request.headers['x-user-id'];
		const impersonated = header === undefined ? undefined : user(platform, owner, String(header));
		const account = impersonated ?? owner;

		if (access === 'administrator' && !account.roles.includes('ADMIN')) {
			throw new Refusal(403, 'Only an administrator may use this endpoint.');
		}
		if (access === 'impersonated') requireExpert(owner, impersonated);
		callers.set(request, { account, restricted: !account.roles.includes('ADMIN') });
	};
}

function keyOwner(platform: Platform, request: FastifyRequest): Account {
	const key = request.headers['api-key'];
	if (key === undefined || key === '') throw new Refusal(401, 'The api-key header is missing.');
	const claims = readToken(String(key), 'api-key');
	const owner = platform.state.accounts.get(Number(claims?.['sub']));
	if (!claims || !owner || claims['tenant'] !== platform.tenant) {
		throw new Refusal(401, 'The API key is unknown.');
	}
	if (claims.exp * 1000 <= now(platform)) {
		const expired = new Date(claims.exp * 1000).toISOString();
		throw new Refusal(401, `The API key expired at ${expired}; it is now ${timestamp(platform)}.`);
	}
	return owner;
}

/**
 * The user a request names in `x-user-id`. Seed 000, Terms and Authentication: administrators can
 * impersonate other users, any other key acts for its owner only.
 */
function user(platform: Platform, owner: Account, header: string): Account {
	if (!/^[0-9]+$/.test(header)) throw new Refusal(400, 'x-user-id must be the number of a user.');
	const id = Number(header);
	if (!owner.roles.includes('ADMIN') && id !== owner.id) {
		throw new Refusal(403, 'The API key may only act for its owner, not for another x-user-id.');
	}
	const account = platform.state.accounts.get(id);
	if (!account) throw new Refusal(403, `x-user-id ${id}: no such user on this tenant.`);
	return account;
}

/**
 * Seed 000, Starting a Video-Call and Signing Documents: the request is made for an expert. An
 * expert's own key needs no header. Own choice: an unconfirmed account is refused, as seed 000,
 * Expert Provisioning calls an account fully functional only after its e-mail is confirmed.
 */
function requireExpert(owner: Account, impersonated: Account | undefined): void {
	if (owner.roles.includes('ADMIN') && !impersonated) {
		throw new Refusal(400, 'The x-user-id header is missing: name the expert to act for.');
	}
	const { id, roles, confirmed } = impersonated ?? owner;
	if (!roles.includes('EXPERT')) throw new Refusal(403, `User ${id} is not an expert.`);
	if (!confirmed) throw new Refusal(403, `The e-mail address of user ${id} is not confirmed.`);
}
