import type { IDataObject } from 'n8n-workflow';

import type { Page, Paging } from '../kit/paging';
import { isRecord } from '../kit/record';
import type { Request } from '../kit/request';

/**
 * Lists with `limit` and `offset` in the query. The records come as `data` (with `total`, and in
 * version 3 with `next_offset`), or as `medias` with `count`. Sources: seed 003, the samples;
 * VENDOR-FACTS.md, `GET /medias`. The quota counts requests, so pages are as large as in the samples.
 */
export const apizeePaging: Paging = {
	pageSize: 100,
	mostPages: 2,
	first: (request, size) => at({ ...request, query: { ...request.query, limit: size } }, 0),
	read(request, body) {
		if (!isRecord(body)) return undefined;
		const list = body.data ?? body.medias;
		if (!Array.isArray(list)) return undefined;
		const offset = Number(request.query?.offset ?? 0);
		const next = nextOffset(body, offset, list.length);
		const page: Page = { records: list.filter(isRecord) };
		if (typeof body.total === 'number') page.total = body.total;
		if (next !== undefined && list.length > 0) page.next = at(request, next);
		return page;
	},
};

const at = (request: Request, offset: number): Request => ({
	...request,
	query: { ...request.query, offset },
});

/** Where the list goes on; `undefined` at its end. */
function nextOffset(body: IDataObject, offset: number, length: number): number | undefined {
	const { next_offset: next, total, count, limit } = body;
	const end = offset + length;
	if (next !== undefined) return typeof next === 'number' && next > offset ? next : undefined;
	if (typeof total === 'number') return end < total ? end : undefined;
	// Whether the count is that of the page or of the whole list is not documented.
	if (typeof count === 'number' && count !== length) return end < count ? end : undefined;
	return typeof limit === 'number' && length >= limit ? end : undefined;
}
