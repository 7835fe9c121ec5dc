import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { connect, type Vendor } from './connection';
import type { Callable } from './definition';
import { refusal } from './error';
import { checkId, entered, type Field } from './field';
import { pages } from './paging';
import { isRecord } from './record';
import { defaultSettings } from './settings';

/** A list from which the user picks a record instead of typing its ID. */
export interface Picker {
	/** The name of the search among the node's `methods.listSearch`. */
	method: string;
	search(
		this: ILoadOptionsFunctions,
		filter?: string,
		paginationToken?: string,
	): Promise<INodeListSearchResult>;
}

interface PickerSettings<V> {
	method: string;
	vendor: Vendor;
	listed: Callable<V>;
	/** The inputs of the list; `current` gives what the user entered elsewhere in the node. */
	values(current: (name: string) => string | undefined): V;
	/** What the user sees of a record. */
	label(record: IDataObject): string;
}

/** The most pages one search goes through, so that a rare word does not read a whole archive. */
const MOST_PAGES = 10;

/** A searchable, paged list. Vendors without a search are searched by what the user sees. */
export function picker<V>(settings: PickerSettings<V>): Picker {
	const { method, vendor, listed } = settings;
	return {
		method,
		async search(filter = '', paginationToken) {
			const connection = await connect(this, vendor);
			const values = settings.values((name) => current(this, name));
			const first = listed.request(values);
			const query: unknown = paginationToken && JSON.parse(paginationToken);
			const resumed = { ...first, query: isRecord(query) ? query : first.query };
			const paging = query ? { ...vendor.paging, first: () => resumed } : vendor.paging;
			const at = { ...connection, vendor: { ...vendor, paging } };
			const sending = { ...defaultSettings, repeatable: true };
			const results: INodeListSearchResult['results'] = [];
			let read = 0;
			for await (const { records, next } of pages(at, first, sending)) {
				for (const record of records) {
					const name = settings.label(record);
					if (name.toLowerCase().includes(filter.toLowerCase())) {
						results.push({ name, value: String(record.id) });
					}
				}
				if (!next) break;
				if (results.length > 0 || ++read === MOST_PAGES) {
					return { results, paginationToken: JSON.stringify(next.query) };
				}
			}
			return { results };
		},
	};
}

/**
 * An entry elsewhere in the node, picked or typed; `undefined` when it is empty, or an expression
 * whose value is only known when the workflow runs.
 */
function current(context: ILoadOptionsFunctions, name: string): string | undefined {
	try {
		return entered(name, picked(context.getNodeParameter(name, ''))) || undefined;
	} catch {
		return undefined;
	}
}

const picked = (raw: unknown): unknown => (isRecord(raw) && '__rl' in raw ? raw.value : raw);

interface LocatorSettings {
	description?: string;
	placeholder?: string;
	required?: true;
	/** Only there to fill another list; never sent. */
	listOnly?: true;
}

/** An ID that the user picks from a list or types; `undefined` when left empty and not required. */
export function locator(
	label: string,
	from: Picker,
	settings: LocatorSettings & { required: true },
): Field<string>;
export function locator(
	label: string,
	from: Picker,
	settings: LocatorSettings,
): Field<string | undefined>;
export function locator(
	label: string,
	from: Picker,
	{ required, listOnly, placeholder, description }: LocatorSettings,
): Field<string | undefined> {
	return {
		...(listOnly && { silent: listOnly }),
		property: {
			displayName: label,
			type: 'resourceLocator',
			default: { mode: 'list', value: '' },
			...(required && { required }),
			...(description && { description }),
			modes: [
				{
					displayName: 'From List',
					name: 'list',
					type: 'list',
					typeOptions: { searchListMethod: from.method, searchable: true },
				},
				{ displayName: 'By ID', name: 'id', type: 'string', placeholder },
			],
		},
		parse(raw) {
			const value = entered(label, picked(raw));
			if (value !== '') checkId(label, value);
			else if (required) throw refusal(label, 'is empty', 'Pick one from the list or enter its ID');
			return value === '' ? undefined : value;
		},
	};
}
