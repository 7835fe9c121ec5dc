/** Where a request goes: the vendor's API, its file storage for uploads, its object store. */
type Host = 'api' | 'upload' | 'storage';

/** What a document names: method, host and path, with `{...}` for what varies. */
export type Address = `${'GET' | 'POST' | 'PUT' | 'DELETE'} ${Host} /${string}`;

/** What a request to an address looks like, every variable of it one segment. */
export const pattern = (address: string) =>
	new RegExp(`^${address.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/ ]+')}$`);

/** The document and the passage that names it, then the operations, triggers and credentials that use it. */
export type Use = [source: string, ...usedBy: string[]];

/** Parameters by name: the passage that names each, and the reason when nothing sends it. */
export type Parameters = Record<string, [source: string, reason?: string]>;

/**
 * What a vendor's documents name, what of it is used and by whom, no more and no less. A source says
 * "inferred" where no document has the name.
 */
export interface Manifest {
	covered: Record<Address, Use>;
	/** Used only after the present address was not found. */
	fallback: Record<Address, Use>;
	/** Everything else, with its source and the reason why nothing uses it. */
	excluded: Record<string, [source: string, reason: string]>;
	/** What the covered requests take in query or form, where no other list of the document has it. */
	parameters?: Record<Address, Parameters>;
	/** What the vendor's webhooks tell, as the trigger names it, with the source. */
	webhooks?: Record<string, [source: string]>;
}

/** Everything that is used, whether at once or only instead of something else. */
export const everything = ({ covered, fallback }: Manifest) => ({ ...covered, ...fallback });

/** The documents that a source names: `seeds 000 and 001, "..."`, or `VENDOR-FACTS.md, ...`. */
export const documentsOf = (source: string): string[] =>
	/^(seeds? [^,]*|VENDOR-FACTS\.md)/.exec(source)?.[0].match(/\d{3}|VENDOR-FACTS\.md/g) ?? [];

/** How many of a document's endpoints are covered and how many are left out. */
export function countOf(document: string, manifests: Manifest[]) {
	const named = (uses: Array<[source: string, ...rest: string[]]>) =>
		uses.filter(([source]) => documentsOf(source).includes(document)).length;
	return {
		covered: named(manifests.flatMap(({ covered }) => Object.values(covered))),
		excluded: named(manifests.flatMap(({ excluded }) => Object.values(excluded))),
	};
}
