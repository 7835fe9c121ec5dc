import { createHmac } from 'node:crypto';
import { now, type Platform } from '../platform';
import { nextNumber } from '../state';
import type { Token, User } from '../types';

/** The vendor's public reference: `expires_in` of a token, in seconds. */
export const TOKEN_VALIDITY = 86_400;

/** A further token of a user; earlier ones stay valid. */
export function issueToken(
	platform: Platform,
	user: User,
	{ expiresIn = TOKEN_VALIDITY, text }: { expiresIn?: number; text?: string } = {},
): Token {
	const token = {
		token: text ?? signedText(platform, user, expiresIn),
		userId: user.id,
		expiresAt: now(platform) + expiresIn * 1000,
	};
	platform.state.tokens.set(token.token, token);
	return token;
}

/** A JSON Web Token as in the samples (seed 003, `sso_url`); it protects nothing. */
export function signedText(platform: Platform, user: User, expiresIn: number, sso = false): string {
	const issued = Math.floor(now(platform) / 1000);
	const claims = {
		iss: 'apizee sandbox',
		jti: nextNumber(platform.state, 'token'),
		iat: issued,
		sub: `user:${user.id}`,
		...(sso && { sso }),
		exp: issued + expiresIn,
	};
	const content = [{ typ: 'JWT', alg: 'HS256' }, claims]
		.map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
		.join('.');
	const signature = createHmac('sha256', 'apizee sandbox').update(content).digest('base64url');
	return `${content}.${signature}`;
}

export function isValid(platform: Platform, token: Token): boolean {
	return token.expiresAt > now(platform);
}
