import { createHmac, timingSafeEqual } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';

// Fixed, so that a key pasted into a credential still works after a restart. It protects nothing.
const SIGNING_SECRET = 'flexperto sandbox';

/** Claims with a time are in seconds since the epoch, as JSON Web Tokens have them. */
export interface Claims {
	/** What the token is for; `portunus` is the upload host's (seed 001, the sample's claims). */
	aud: 'api-key' | 'confirm' | 'join' | 'portunus';
	exp: number;
	nbf?: number;
	[claim: string]: unknown;
}

/** A signed JSON Web Token (HS256), its claims compressed when asked for. */
export function signToken(claims: Claims, { compressed = false } = {}): string {
	const header = { alg: 'HS256', typ: 'JWT', ...(compressed && { zip: 'DEF' }) };
	const payload = Buffer.from(JSON.stringify(claims));
	const signed = [
		Buffer.from(JSON.stringify(header)).toString('base64url'),
		(compressed ? deflateRawSync(payload) : payload).toString('base64url'),
	].join('.');
	return `${signed}.${signature(signed).toString('base64url')}`;
}

/** The claims of a token this sandbox signed, undefined for any other text. Does not look at exp. */
export function readToken(token: string, audience: Claims['aud']): Claims | undefined {
	const [header = '', payload = '', given = ''] = token.split('.');
	const expected = signature(`${header}.${payload}`);
	const received = Buffer.from(given, 'base64url');
	if (received.length !== expected.length || !timingSafeEqual(received, expected)) {
		return undefined;
	}
	const { zip } = JSON.parse(Buffer.from(header, 'base64url').toString());
	const bytes = Buffer.from(payload, 'base64url');
	const claims: Claims = JSON.parse((zip === 'DEF' ? inflateRawSync(bytes) : bytes).toString());
	return claims.aud === audience ? claims : undefined;
}

/** The sandbox's signature of a text. */
export function signature(text: string): Buffer {
	return createHmac('sha256', SIGNING_SECRET).update(text).digest();
}
