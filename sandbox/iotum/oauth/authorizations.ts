import { Refusal } from '../errors';
import { now, type Platform } from '../platform';
import { nextSecret } from '../state';
import type { Authorization } from '../types';

/** Own choice: seed 004, section 12.7.2 calls access tokens short-lived without a number. */
export const ACCESS_TOKEN_SECONDS = 7200;

/** Starts or renews what an authorization is good for: new tokens, the old ones no longer known. */
export function grantTokens(platform: Platform, authorization: Authorization): Authorization {
	const { state, brand } = platform;
	authorization.code = undefined;
	authorization.accessToken = nextSecret(state, `${brand.name} access token`);
	authorization.refreshToken = nextSecret(state, `${brand.name} refresh token`);
	authorization.expiresAt = now(platform) + ACCESS_TOKEN_SECONDS * 1000;
	return authorization;
}

/**
 * The authorization behind a Bearer token (seed 004, sections 12.7.1 and 12.7.3).
 *
 * @throws Refusal 401 for an unknown, a revoked or an expired one
 */
export function useBearer(platform: Platform, header: string): Authorization {
	const [, token] = /^Bearer (\S+)$/.exec(header) ?? [];
	const authorization = platform.state.authorizations.find(
		({ accessToken }) => accessToken !== undefined && accessToken === token,
	);
	if (!authorization || authorization.revoked) throw new Refusal(401, 'Invalid token');
	if (authorization.expiresAt <= now(platform)) throw new Refusal(401, 'Session expired');
	return authorization;
}
