import type { Known } from './pollingHistory';

/** What the looks at a world have seen, with the versions of it that n8n may go back to. */
export function memoryOf<Seen>(atFirst: Seen, nothing: () => Seen) {
	let memory = atFirst;
	const versions: Seen[] = [];
	return {
		/** n8n has stored what it knows. */
		kept() {
			versions.push(memory);
		},
		/** What a look knows of those before. */
		before(known: Known): Seen {
			if (known === 'all') return memory;
			if (known === 'nothing') return nothing();
			return (known === 'stored' ? versions.at(-1) : versions[known]) ?? nothing();
		},
		/** A look has seen this. */
		see(seen: Seen) {
			memory = seen;
		},
	};
}
