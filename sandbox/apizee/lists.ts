import { digits, type Schema } from './parameters';
import type { Version } from './platform';

export interface PagingQuery {
	limit?: string;
	offset?: string;
}

export interface OrderQuery {
	/** Own choice: only `date`, the one in seed 003's samples. */
	orderby?: 'date';
	order?: 'asc' | 'desc';
}

export const paging: Record<string, Schema> = { limit: digits, offset: digits };

export const ordering: Record<string, Schema> = {
	orderby: { type: 'string', enum: ['date'] },
	order: { type: 'string', enum: ['asc', 'desc'] },
};

const DEFAULT_LIMIT = 10;
const LARGEST_LIMIT = 100;

/** Own choices: a limit above 100 is lowered to 100, and 0 is raised to 1. */
export function pageOf<Item>(
	items: Item[],
	query: PagingQuery,
): { limit: number; offset: number; shown: Item[] } {
	const limit = Math.min(Math.max(Number(query.limit ?? DEFAULT_LIMIT), 1), LARGEST_LIMIT);
	const offset = Number(query.offset ?? 0);
	return { limit, offset, shown: items.slice(offset, offset + limit) };
}

/**
 * A page of a list: `{ total, data }` as in seed 003, and with `next_offset` in the v3 reference.
 * Own choice: `next_offset` is null on the last page.
 */
export function listAnswer<Item>(
	version: Version,
	items: Item[],
	query: PagingQuery,
	view: (item: Item) => unknown,
): object {
	const { offset, shown } = pageOf(items, query);
	const total = items.length;
	const data = shown.map(view);
	if (version === 'unversioned') return { total, data };
	const next = offset + shown.length;
	return { data, total, next_offset: shown.length > 0 && next < total ? next : null };
}

/** Own choice: the latest first unless `order` says otherwise; equal moments by number. */
export function ordered<Item extends { id: number }>(
	items: Item[],
	{ order = 'desc' }: OrderQuery,
	moment: (item: Item) => number,
): Item[] {
	const sign = order === 'asc' ? 1 : -1;
	return items.sort((one, other) => sign * (moment(one) - moment(other) || one.id - other.id));
}
