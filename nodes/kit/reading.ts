import type { IDataObject } from 'n8n-workflow';

import type { Connection } from './connection';
import type { Listed } from './listing';
import { pages } from './paging';
import type { RequestSettings } from './settings';

/** Ways to read the lists of a vendor. */
export interface ListReader {
	/** The records of a list, page by page; at most `wanted` of them. */
	records<V>(listed: Listed<V>, values: V, wanted?: number): AsyncGenerator<IDataObject>;
	/** As `records`, but none when the vendor answers with one of the statuses. */
	recordsUnless<V>(statuses: number[], listed: Listed<V>, values: V): AsyncGenerator<IDataObject>;
	/**
	 * All records of a list, each once. `isWhole` when one page held them all, so that none can have
	 * slipped from page to page while they were read.
	 */
	all<V>(listed: Listed<V>, values: V): Promise<{ records: IDataObject[]; isWhole: boolean }>;
}

/** Reads lists through a connection. */
export function reading(connection: Connection, settings: RequestSettings): ListReader {
	const read = <V>(
		listed: Listed<V>,
		values: V,
		more: { accept?: number[]; size?: number } = {},
	) => {
		const { accept, size } = more;
		const sending = { ...settings, repeatable: listed.repeatable, accept };
		return pages(connection, listed.request(values), sending, size);
	};
	return {
		async *records(listed, values, wanted = Infinity) {
			const keep = listed.filter?.(values);
			const size = keep ? undefined : wanted;
			let given = 0;
			for await (const { records } of read(listed, values, { size })) {
				for (const record of keep ? records.filter(keep) : records) {
					yield record;
					if (++given >= wanted) return;
				}
			}
		},
		async *recordsUnless(accept, listed, values) {
			const keep = listed.filter?.(values) ?? (() => true);
			for await (const { records } of read(listed, values, { accept })) {
				yield* records.filter(keep);
			}
		},
		async all(listed, values) {
			const { id = 'id' } = listed;
			const all = new Map<unknown, IDataObject>();
			let count = 0;
			for await (const { records } of read(listed, values)) {
				for (const record of records) all.set(record[id], record);
				count++;
			}
			const keep = listed.filter?.(values) ?? (() => true);
			return { records: [...all.values()].filter(keep), isWhole: count === 1 };
		},
	};
}
