import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { connect, type Vendor } from './connection';
import type { Callable } from './definition';
import { entered } from './field';
import { pages } from './paging';
import { isRecord } from './record';
import type { Request } from './request';
import { defaultSettings } from './settings';
import { createTools, type Tools } from './tools';

/** A list from which the user picks a record instead of typing its ID. */
export interface Picker {
	/** The name of the search among the node's `methods.listSearch`. */
	method: string;
	search(vendor: Vendor): Search;
}

type Search = (
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
) => Promise<INodeListSearchResult>;

interface PickerSettings<V> {
	method: string;
	listed: Callable<V>;
	/**
	 * The inputs of the list; `current` gives what the user entered elsewhere in the node, `filter` is
	 * what is searched for.
	 */
	values(current: Current, tools: Tools, filter: string): V | Promise<V>;
	/** Whether the vendor itself searches by the filter in the inputs, so that all it gives is shown. */
	isSearched?: true;
	/** The inputs that find a record by exactly what is searched for, which is tried first. */
	exactly?(filter: string): V;
	/** What the user sees of a record. */
	label(record: IDataObject): string;
	/** What stands for the record in the node, if not the entry that identifies it. */
	value?(record: IDataObject): string;
	/** Asks for the ID of a record that does not have it; `undefined` when it cannot be told. */
	identify?(record: IDataObject, tools: Tools): Promise<string | undefined>;
}

/** What the user entered elsewhere in the node: the first of the inputs that is filled in. */
export type Current = (...names: string[]) => string | undefined;

/** The most pages one search goes through, so that a rare word does not read a whole archive. */
const MOST_PAGES = 10;

/** The most records shown at once, of a list without pages and of one whose IDs are asked for. */
const MOST_SHOWN = 100;
const MOST_IDENTIFIED = 20;

/** A searchable, paged list. Vendors without a search are searched by what the user sees. */
export function picker<V>(settings: PickerSettings<V>): Picker {
	const { method, listed, label, identify } = settings;
	const { id = 'id' } = listed;
	const valueOf = settings.value ?? ((record: IDataObject) => String(record[id]));
	const isWanted = (record: IDataObject, filter: string) =>
		settings.isSearched || label(record).toLowerCase().includes(filter.toLowerCase());
	const most = identify ? MOST_IDENTIFIED : MOST_SHOWN;
	const search = (vendor: Vendor): Search =>
		async function (filter = '', paginationToken) {
			const connection = await connect(this, vendor);
			const tools = createTools(connection, defaultSettings);
			const entered = (...names: string[]) => current(this, names);
			const list = listed.request(await settings.values(entered, tools, filter));
			const first = vendor.paging.first(list, vendor.paging.pageSize);
			let { asked, skip } = resumed(first, paginationToken);
			const paging = { ...vendor.paging, first: () => asked };
			const at = { ...connection, vendor: { ...vendor, paging } };
			const results: INodeListSearchResult['results'] = [];
			let read = 0;
			if (settings.exactly && filter !== '' && paginationToken === undefined) {
				for await (const record of tools.records(listed, settings.exactly(filter), most)) {
					if (!isWanted(record, filter)) continue;
					results.push({ name: label(record), value: valueOf(record) });
				}
				if (results.length > 0) return { results };
				read++;
			}
			const { mostPages = MOST_PAGES } = vendor.paging;
			let looked = 0;
			for await (const page of pages(at, asked, { ...defaultSettings, repeatable: true })) {
				for (const [index, record] of page.records.entries()) {
					if (index < skip || !isWanted(record, filter)) continue;
					if (looked++ === most) return { results, paginationToken: token(asked, index) };
					const value = identify ? await identify(record, tools) : valueOf(record);
					if (value !== undefined) results.push({ name: label(record), value });
				}
				if (!page.next) break;
				asked = page.next;
				skip = 0;
				if (results.length > 0 || ++read === mostPages) {
					return { results, paginationToken: token(asked, skip) };
				}
			}
			return { results };
		};
	return { method, search };
}

/** Where a list goes on: what a request for a page has of its own, and the records shown of it. */
const token = ({ query, body }: Request, skip: number) => JSON.stringify({ query, body, skip });

function resumed(first: Request, paginationToken?: string): { asked: Request; skip: number } {
	const read: unknown = paginationToken ? JSON.parse(paginationToken) : undefined;
	const { query, body, skip } = isRecord(read) ? read : {};
	return {
		asked: {
			...first,
			query: isRecord(query) ? query : first.query,
			body: isRecord(body) ? body : first.body,
		},
		skip: Number(skip ?? 0),
	};
}

/**
 * An entry elsewhere in the node, picked or typed; `undefined` when it is empty, or an expression
 * whose value is only known when the workflow runs.
 */
function current(context: ILoadOptionsFunctions, names: string[]): string | undefined {
	for (const name of names) {
		try {
			const entry = entered(name, picked(context.getNodeParameter(name, '')));
			if (entry !== '') return entry;
		} catch {
			continue;
		}
	}
	return undefined;
}

/** What was picked or typed in a locator, whatever its mode. */
export const picked = (raw: unknown): unknown => (isRecord(raw) && '__rl' in raw ? raw.value : raw);
