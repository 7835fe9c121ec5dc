/** Where a request goes: the vendor's API, its file storage for uploads, its object store. */
type Host = 'api' | 'upload' | 'storage';

/** What a document names: method, host and path, with `{...}` for what varies. */
export type Address = `${'GET' | 'POST' | 'PUT'} ${Host} /${string}`;

/** The document and the passage that names it, then the operations, triggers and credentials that use it. */
export type Use = [source: string, ...usedBy: string[]];

/** What a vendor's documents name, what of it is used and by whom, no more and no less. */
export interface Manifest {
	covered: Record<Address, Use>;
	/** Used only after the present address was not found. */
	fallback: Record<Address, Use>;
	/** Everything else, with its source and the reason why nothing uses it. */
	excluded: Record<string, [source: string, reason: string]>;
}

/** The seeds that a source names: `seeds 000 and 001, "..."`. */
export const seedsOf = (source: string): string[] =>
	/^seeds? [^,]*/.exec(source)?.[0].match(/\d{3}/g) ?? [];

/** How many of a seed's endpoints are covered and how many are left out. */
export function countOf(seed: string, manifests: Manifest[]) {
	const named = (uses: Array<[source: string, ...rest: string[]]>) =>
		uses.filter(([source]) => seedsOf(source).includes(seed)).length;
	return {
		covered: named(manifests.flatMap(({ covered }) => Object.values(covered))),
		excluded: named(manifests.flatMap(({ excluded }) => Object.values(excluded))),
	};
}
