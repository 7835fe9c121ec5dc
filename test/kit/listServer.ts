import { startLocalServer } from './localServer';

/** How a vendor answers a list. */
export interface ListBehaviour {
	/** How many records there are. */
	total: number;
	/** The most records it puts on a page, whatever is asked for. */
	largestPage: number;
	/** Leaves `total` out of its answers. */
	withoutTotal?: boolean;
	/** Gives the first page whatever `offset` says. */
	ignoresOffset?: boolean;
	/** Gives the records alone, in an array. */
	isBare?: boolean;
	/** Gives all records, however few are asked for. */
	ignoresLimit?: boolean;
}

/** A vendor with nothing but a list of users, numbered from 1, with `limit` and `offset`. */
export async function startListServer() {
	let behaviour: ListBehaviour = { total: 0, largestPage: 100 };
	let asked: Array<{ limit: number; offset: number }> = [];
	const server = await startLocalServer((request, response) => {
		const { searchParams } = new URL(request.url ?? '/', 'http://vendor');
		const [limit, offset] = [Number(searchParams.get('limit')), Number(searchParams.get('offset'))];
		asked.push({ limit, offset });
		const { total, largestPage, withoutTotal, ignoresOffset, isBare, ignoresLimit } = behaviour;
		const first = ignoresOffset ? 0 : offset;
		const most = ignoresLimit ? total : Math.min(limit, largestPage);
		const count = Math.max(0, Math.min(most, total - first));
		const items = Array.from({ length: count }, (_none, index) => ({ id: first + index + 1 }));
		response.setHeader('content-type', 'application/json');
		const page = { items, limit, offset, ...(!withoutTotal && { total }) };
		response.end(JSON.stringify(isBare ? items : page));
	});
	return {
		...server,
		/** The pages asked for since `behave`. */
		asked: () => asked,
		behave(next: ListBehaviour) {
			behaviour = next;
			asked = [];
		},
	};
}
