import { createHash } from 'node:crypto';

/** Characters that are kept of each key: 72 bits of its SHA-256, so that two never meet by chance. */
const LENGTH = 12;

const fingerprint = (key: string): string =>
	createHash('sha256').update(key).digest('base64url').slice(0, LENGTH);

/** Keys that were seen, in a form that n8n can keep: one text of twelve characters a key. */
export interface Seen {
	has(key: string): boolean;
	packed: string;
}

export function unpack(packed: unknown): Seen {
	const text = typeof packed === 'string' ? packed : '';
	const known = new Set<string>();
	for (let start = 0; start < text.length; start += LENGTH) {
		known.add(text.slice(start, start + LENGTH));
	}
	return { has: (key) => known.has(fingerprint(key)), packed: text };
}

/** The keys of now, and those of before as well when now may not be complete. */
export function pack(keys: string[], before?: Seen): string {
	const fresh = before ? keys.filter((key) => !before.has(key)) : keys;
	return (before?.packed ?? '') + [...new Set(fresh)].map(fingerprint).join('');
}
