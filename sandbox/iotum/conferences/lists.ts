import { Refusal } from '../errors';
import type { Platform } from '../platform';

/** Seed 002, 6.7 and 8.5: "more than ten (10) records". */
const PAGE_SIZE = 10;

/**
 * A list of conferences, as one page where the brand's endpoint takes `page`. The documents show a
 * bare array and name `next_page`, but show no envelope: its shape can be chosen through the control
 * API. Own choices: `next_page` is null on the last page; a cursor belongs to the list it came from.
 *
 * @param list what the cursor is for, e.g. the endpoint and its filters
 * @throws Refusal 400 for a cursor that was not given out for this list
 */
export function listAnswer<Item>(
	platform: Platform,
	path: string,
	list: unknown,
	items: Item[],
	cursor: string | undefined,
): Item[] | Record<string, Item[] | string | null> {
	const paged = platform.brand.endpoints[path]?.optional?.['page'] !== undefined;
	const { shape, key } = platform.state.listShape;
	if (!paged) return items;
	if (shape === 'array' && items.length <= PAGE_SIZE && cursor === undefined) return items;

	const begin = cursor === undefined ? 0 : position(cursor, path, list);
	const end = begin + PAGE_SIZE;
	return {
		[key]: items.slice(begin, end),
		next_page: end < items.length ? cursorOf(path, list, end) : null,
	};
}

function cursorOf(path: string, list: unknown, offset: number): string {
	return Buffer.from(JSON.stringify([path, list, offset])).toString('base64url');
}

function position(cursor: string, path: string, list: unknown): number {
	try {
		const read: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
		const offset = Array.isArray(read) ? Number(read[2]) : NaN;
		if (cursorOf(path, list, offset) === cursor) return offset;
	} catch {
		// Not JSON: refused below.
	}
	throw new Refusal(400, 'page is not a next_page of this list');
}
