import type { INodeType } from 'n8n-workflow';

import type { Vendor } from './connection';
import type { Definition } from './definition';
import type { Picker } from './picker';

/** What a node can do with one kind of thing, by the value of its `operation` input; the first is preset. */
export interface Resource {
	/** As the user sees it, in Title Case and the singular. */
	name: string;
	operations: Record<string, Definition>;
}

/** Everything a node can do, by the value of its `resource` input; the first is preset. */
export type Table = Record<string, Resource>;

/** The searches of a node's pickers, as n8n looks for them. */
export const listSearch = (
	vendor: Vendor,
	pickers: Picker[],
): NonNullable<INodeType['methods']>['listSearch'] =>
	Object.fromEntries(pickers.map(({ method, search }) => [method, search(vendor)]));
