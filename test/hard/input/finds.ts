import { inspect } from 'node:util';
import type { IDataObject } from 'n8n-workflow';
import { counted } from '../figures';
import type { Find } from './checks';

export const CHAPTER = 'Any input';

/** How many finds of an operation are shown. */
const MOST_SHOWN = 8;

/** Counts what was found in all operations of a node, and keeps what an operation shows. */
export function collectFinds() {
	const counts: Record<Find['kind'], number> = {
		run: 0,
		pairing: 0,
		form: 0,
		outside: 0,
		crash: 0,
	};
	return {
		/** Notes finds; gives those to show, with the set of values of their item. */
		note(finds: Find[], sets: IDataObject[]): string[] {
			for (const { kind } of finds) counts[kind]++;
			return finds.slice(0, MOST_SHOWN).map(({ kind, what, item }) => {
				const set = item === undefined ? undefined : sets[item];
				const values = inspect(set, { breakLength: 160, maxStringLength: 60 });
				return `${kind}: ${what.slice(0, 900)}\n${set ? values : ''}`;
			});
		},
		/** Writes the figures that have to be zero. */
		figures(): void {
			counted(CHAPTER, 'runs that did not end well', counts.run, { atMost: 0 });
			counted(CHAPTER, 'errors that nobody handled', counts.crash, { atMost: 0 });
			counted(CHAPTER, 'requests outside', counts.outside, { atMost: 0 });
			counted(CHAPTER, 'outputs without their item', counts.pairing, { atMost: 0 });
			counted(CHAPTER, 'messages out of form', counts.form, { atMost: 0 });
		},
	};
}
