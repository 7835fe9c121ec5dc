import { failure, received } from './requests';
import { useApizee } from './setup';
import { secondOfTwoItemsFails } from './twoItems';

const apizee = useApizee();

secondOfTwoItemsFails('ticket.getMedia', apizee, ({ access: { url, baseUrl, fixtures } }) => ({
	inputs: { ticketId: '={{ $json.id }}', limit: 10, options: { enterpriseId: '1' } },
	items: [{ id: fixtures.doneTicketId }, { id: 999 }],
	outputs: [
		{
			id: 1973404,
			title: 'assistance-2552-477',
			type: 'video/mp4',
			hash: expect.any(String),
			description: null,
			source_type: 'unknown',
			url: expect.stringMatching(`^${url}/media/showVideo/1/hash/[\\w-]+$`),
		},
		{
			id: 1973403,
			title: 'diag_snapshot_1677103206155',
			type: 'image/jpeg',
			hash: expect.any(String),
			description: null,
			source_type: 'unknown',
			location: { lat: 48.7703337, lon: -3.5149756 },
			url: expect.stringMatching(`^${url}/media/showVideo/1/hash/[\\w-]+$`),
		},
	],
	error: failure(baseUrl, 404, 'GET enterprises/1/tickets/999/medias', 'There is no ticket.'),
	requests: [
		'GET enterprises/1/tickets/663614/medias?limit=10&offset=0',
		'GET enterprises/1/tickets/999/medias?limit=10&offset=0',
	],
}));

const MEDIAS = 'GET enterprises/1/tickets/663614/medias';

/** The IDs of the media that come, each once, and the queries with which the vendor was asked. */
async function media(inputs: { returnAll?: boolean; limit?: number }) {
	const { run, control } = apizee();
	const { json, error } = await run('ticket.getMedia', {
		inputs: { ticketId: '663614', options: { enterpriseId: 1 }, ...inputs },
	});
	expect(error).toBeUndefined();
	const ids = json.map(({ id }) => id);
	expect(new Set(ids).size).toBe(ids.length);
	return { ids, requests: received(await control.requests()) };
}

const page = (offset: number, limit = 100) => `${MEDIAS}?limit=${limit}&offset=${offset}`;

describe.each([
	['of all media', 'all', [page(0), page(100)]],
	// A page that is full says nothing about the next one.
	['of the media of the page', 'page', [page(0), page(100)]],
] as const)('when the vendor gives the count %s', (_, ticketMediaCount, requests) => {
	beforeEach(async () => {
		const { vendor } = apizee();
		await vendor.setSettings({ ticketMediaCount });
		await vendor.addMedias({ ticketId: 663614, count: 148, mediaType: 'image' });
	});

	it('Return All gets each once', async () => {
		const all = await media({ returnAll: true });
		expect(all.ids).toHaveLength(150);
		expect(all.requests).toEqual(requests);
	});

	it.each([
		[3, [page(0, 3)]],
		[100, [page(0)]],
		[120, [page(0), page(100)]],
	])('a Limit of %i gets as many', async (limit, expected) => {
		const some = await media({ limit });
		expect(some.ids).toHaveLength(limit);
		expect(some.requests).toEqual(expected);
	});

	it('a full last page ends the list', async () => {
		await apizee().vendor.addMedias({ ticketId: 663614, count: 50, mediaType: 'image' });
		const all = await media({ returnAll: true });
		expect(all.ids).toHaveLength(200);
		const last = ticketMediaCount === 'page' ? [page(200)] : [];
		expect(all.requests).toEqual([page(0), page(100), ...last]);
	});
});

it('goes on where a vendor with the smaller pages of its sample left off', async () => {
	const { control } = apizee();
	const answer = (offset: number, ...ids: number[]) => ({
		limit: 2,
		offset,
		medias: ids.map((id) => ({ id })),
		count: ids.length,
	});
	for (const body of [answer(0, 1, 2), answer(2, 3, 4), answer(4, 5)]) {
		await control.fault({ kind: 'status', status: 200, path: '*/medias', body });
	}
	const { ids, requests } = await media({ returnAll: true });
	expect(ids).toEqual([1, 2, 3, 4, 5]);
	expect(requests).toEqual([page(0), page(2), page(4)]);
});

it('gives no items for a ticket without media, or with media that are not ready', async () => {
	const { run, vendor } = apizee();
	await vendor.addMedias({ ticketId: 82070, status: 'processing' });
	const { json, status } = await run('ticket.getMedia', { inputs: { ticketId: '82070' } });
	expect({ json, status }).toEqual({ json: [], status: 'success' });
});

it('does not take an answer without media for an empty list', async () => {
	const { run, control } = apizee();
	const body = { limit: 10, offset: 0, count: 0 };
	await control.fault({ kind: 'status', status: 200, path: '*/medias', body });
	const { error } = await run('ticket.getMedia', { inputs: { ticketId: '663614' } });
	expect(error?.message).toBe('Apizee sent something that is not a list [item 0]');
});
