import { createHash, timingSafeEqual } from 'node:crypto';

import { refusal } from './error';

/**
 * Whether a delivery carries the expected secret, in a time that does not depend on how much of it is
 * right. A blank secret is never right; blanks around it do not count, as headers lose them on the way.
 */
export function sameSecret(expected: string, given: unknown): boolean {
	if (expected.trim() === '' || typeof given !== 'string') return false;
	return timingSafeEqual(digest(expected), digest(given));
}

const digest = (text: string) => createHash('sha256').update(text.trim()).digest();

/** Refuses to start without the secret that tells the vendor's deliveries from forged ones. */
export function checkSecret(label: string, secret: unknown, nextStep: string): void {
	if (typeof secret === 'string' && secret.trim() !== '') return;
	throw refusal(label, 'is empty, so that forged deliveries could not be told', nextStep);
}
