import type { IDataObject } from 'n8n-workflow';

import { fingerprint } from './fingerprint';

/** Characters that are kept of each key: 72 bits of its SHA-256, so that two never meet by chance. */
const LENGTH = 12;

const shortened = (key: string): string => fingerprint(key).slice(0, LENGTH);

function unpack(packed: unknown): Set<string> {
	const fingerprints = new Set<string>();
	if (typeof packed !== 'string') return fingerprints;
	for (let start = 0; start < packed.length; start += LENGTH) {
		fingerprints.add(packed.slice(start, start + LENGTH));
	}
	return fingerprints;
}

/** What earlier looks saw. */
export interface Seen {
	has(key: string): boolean;
	/**
	 * What the next look is to know. A list that was read in several pages may have changed meanwhile,
	 * so a key that is missing in it is only forgotten when the next look misses it as well. `left`
	 * are keys that were seen and are not to be known any more.
	 */
	next(keys: string[], list: { isWhole: boolean; left?: string[] }): IDataObject;
}

/** Reads the memory of seen keys: two texts of twelve characters a key, as n8n can keep them. */
export function seen(state: unknown): Seen {
	const { now, missed }: IDataObject = Object.assign({}, state);
	const last = unpack(now);
	const known = new Set([...last, ...unpack(missed)]);
	return {
		has: (key) => known.has(shortened(key)),
		next(keys, { isWhole, left = [] }) {
			const current = new Set(keys.map(shortened));
			const found = new Set([...current, ...left.map(shortened)]);
			const absent = [...last].filter((entry) => !found.has(entry));
			return { now: [...current].join(''), missed: isWhole ? '' : absent.join('') };
		},
	};
}
