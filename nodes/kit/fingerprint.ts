import { createHash } from 'node:crypto';

/** What tells values apart without telling what they are: the SHA-256 of their JSON (base64url). */
export const fingerprint = (...values: unknown[]): string =>
	createHash('sha256').update(JSON.stringify(values)).digest('base64url');
