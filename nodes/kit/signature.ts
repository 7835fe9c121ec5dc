import { createHash, timingSafeEqual } from 'node:crypto';

/**
 * Whether a delivery carries the expected secret, in a time that does not depend on how much of it is
 * right. A blank secret is never right.
 */
export function sameSecret(expected: string, given: unknown): boolean {
	if (expected.trim() === '' || typeof given !== 'string') return false;
	return timingSafeEqual(digest(expected), digest(given));
}

const digest = (text: string) => createHash('sha256').update(text).digest();
