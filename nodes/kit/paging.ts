import type { IDataObject } from 'n8n-workflow';
import { UserError } from 'n8n-workflow';

import { send, type Sending } from './client';
import type { Connection } from './connection';
import { isRecord } from './record';
import type { Request } from './request';

/** One page of a list. `next` is missing on the last one; `total` where the vendor tells it. */
export interface Page {
	records: IDataObject[];
	next?: Request;
	total?: number;
	/** Whether the vendor may have given all there is, whatever was asked: then it gives the same again. */
	mayBeAll?: boolean;
}

/** How a vendor pages its lists. */
export interface Paging {
	/** The largest page worth asking for. */
	pageSize: number;
	/** The most pages that a picker goes through in one search, where that is not to be left to it. */
	mostPages?: number;
	/** The request for the first page, at most `size` records long. */
	first(request: Request, size: number): Request;
	/** Reads an answer; `undefined` when it is not a list. */
	read(request: Request, body: unknown): Page | undefined;
}

/** Lists with `limit` and `offset` in the query and `items` and `total` in the answer, or a bare array. */
export function offsetPaging(pageSize: number): Paging {
	return {
		pageSize,
		first: (request, size) => ({
			...request,
			query: { ...request.query, limit: size, offset: 0 },
		}),
		read(request, body) {
			const items: unknown = isRecord(body) ? body.items : body;
			if (!Array.isArray(items)) return undefined;
			const { limit, offset: before = 0 } = request.query ?? {};
			const offset = Number(before) + items.length;
			const total = isRecord(body) && typeof body.total === 'number' ? body.total : undefined;
			// A vendor that does not tell the total has more until a page is empty.
			const more = items.length > 0 && offset < (total ?? Infinity);
			const next = { ...request, query: { ...request.query, offset } };
			const mayBeAll = Array.isArray(body) && items.length !== limit;
			return { records: items.filter(isRecord), total, mayBeAll, ...(more && { next }) };
		},
	};
}

/**
 * Lists that come as an array, or as a record that holds one beside `next_page`, the cursor to ask
 * with as `page`; the vendor decides how long a page is.
 */
export const cursorPaging: Paging = {
	pageSize: Infinity,
	first: (request) => request,
	read(request, body) {
		if (Array.isArray(body)) return { records: body.filter(isRecord) };
		if (!isRecord(body)) return undefined;
		const list: unknown = Object.values(body).find((value) => Array.isArray(value));
		if (!Array.isArray(list)) return undefined;
		const { next_page: page } = body;
		const isLast = page === undefined || page === null || page === '';
		const next = { ...request, body: { ...request.body, page } };
		return { records: list.filter(isRecord), ...(!isLast && { next }) };
	},
};

/**
 * All pages from `request` on, none when the answer has an accepted status. Throws when the vendor gives
 * the same page again instead of the next. A `size` that is no page of the vendor's is cut to one.
 */
export async function* pages(
	connection: Connection,
	request: Request,
	sending: Sending,
	size = Infinity,
): AsyncGenerator<Page> {
	const { paging, name } = connection.vendor;
	const asked = new Set<string>();
	let previous: string | undefined;
	let hadAll = false;
	let next: Request | undefined = paging.first(request, Math.min(size, paging.pageSize));
	while (next) {
		const current: Request = next;
		const isList = (body: unknown) => paging.read(current, body) !== undefined;
		const { status, body } = await send(connection, current, {
			...sending,
			expect: 'list',
			isList,
		});
		if (sending.accept?.includes(status)) return;
		const page: Page = paging.read(current, body) ?? { records: [] };
		const first = JSON.stringify(page.records[0]);
		const cursor = JSON.stringify([current.query, current.body]);
		if (asked.has(cursor) || (first !== undefined && first === previous)) {
			if (hadAll) return;
			throw new UserError(`${name} gave the same page twice instead of the next one`, {
				description: 'The list is incomplete. Narrow it with a filter, or turn Return All off.',
			});
		}
		asked.add(cursor);
		previous = first;
		hadAll = page.mayBeAll ?? false;
		yield page;
		next = page.next;
	}
}
