import type { INodeParameters } from 'n8n-workflow';

import { openSession } from './openSession';
import { received } from './requests';
import { useApizee } from './setup';

const apizee = useApizee();

/** The IDs of the tickets that come, each once, and what the vendor was asked. */
async function list(inputs: INodeParameters, baseUrl = apizee().access.baseUrl) {
	const { run, control, credentials } = apizee();
	const apizeeApi = { ...credentials.apizeeApi, baseUrl };
	const { json, error } = await run('ticket.getAll', { inputs, credentials: { apizeeApi } });
	expect(error).toBeUndefined();
	const ids = json.map(({ id }) => Number(id));
	expect(new Set(ids).size).toBe(ids.length);
	return { ids, requests: received(await control.requests()) };
}

describe('of more than 250 tickets', () => {
	beforeEach(async () => await apizee().vendor.addTickets({ count: 253, reference: 'many' }));
	const newest = { order: 'desc', orderby: 'date' };

	it('Return All gets each once, in three requests of a hundred', async () => {
		const { ids, requests } = await list({ returnAll: true, filters: newest });
		expect(ids).toHaveLength(255);
		const sorted = (await apizee().vendor.tickets())
			.filter(({ enterpriseId }) => enterpriseId === 1)
			.sort((one, other) => other.created - one.created);
		expect(ids).toEqual(sorted.map(({ id }) => id));
		expect(requests).toEqual([
			'GET tickets?order=desc&orderby=date&limit=100&offset=0',
			'GET tickets?order=desc&orderby=date&limit=100&offset=100',
			'GET tickets?order=desc&orderby=date&limit=100&offset=200',
		]);
	});

	it('version 3 of the API, which tells where to go on, takes as many', async () => {
		const { v3Url } = apizee().access;
		const { ids, requests } = await list({ returnAll: true, filters: newest }, v3Url);
		expect(ids).toHaveLength(255);
		expect(requests).toEqual([
			'GET v3/tickets?order=desc&orderby=date&limit=100&offset=0',
			'GET v3/tickets?order=desc&orderby=date&limit=100&offset=100',
			'GET v3/tickets?order=desc&orderby=date&limit=100&offset=200',
		]);
	});

	it.each([
		['a Limit within a page asks for no more', 7, ['limit=7&offset=0']],
		['a Limit of a page needs one request', 100, ['limit=100&offset=0']],
		['a Limit above a page goes on', 130, ['limit=100&offset=0', 'limit=100&offset=100']],
	])('%s', async (_, limit, queries) => {
		const { ids, requests } = await list({ returnAll: false, limit });
		expect(ids).toHaveLength(limit);
		expect(requests).toEqual(queries.map((query) => `GET tickets?${query}`));
	});

	it('fifty come when the user does not say how many', async () => {
		const { ids, requests } = await list({});
		expect(ids).toHaveLength(50);
		expect(requests).toEqual(['GET tickets?limit=50&offset=0']);
	});

	it.each([
		['a Limit', { limit: '={{ $json.limit }}' }, { limit: '3' }, 3],
		['Return All', { returnAll: '={{ $json.all }}' }, { all: 'true' }, 255],
		['no Return All', { returnAll: '={{ $json.all }}' }, { all: false }, 50],
	])('%s can be mapped', async (_, inputs, item, count) => {
		const { json } = await apizee().run('ticket.getAll', { inputs, items: [item] });
		expect(json).toHaveLength(count);
	});

	it('a page that ends the list exactly is the last one', async () => {
		await apizee().vendor.addTickets({ count: 200, reference: 'exact' });
		const { ids, requests } = await list({ returnAll: true, filters: { reference: 'exact' } });
		expect(ids).toHaveLength(200);
		expect(requests).toHaveLength(2);
	});
});

it('goes on where a vendor with smaller pages than were asked for left off', async () => {
	const { control } = apizee();
	const page = (...ids: number[]) => ({ total: 5, data: ids.map((id) => ({ id })) });
	for (const body of [page(1, 2), page(3, 4), page(5)]) {
		await control.fault({ kind: 'status', status: 200, path: '/api/tickets', body });
	}
	const { ids, requests } = await list({ returnAll: true });
	expect(ids).toEqual([1, 2, 3, 4, 5]);
	expect(requests).toEqual([0, 2, 4].map((offset) => `GET tickets?limit=100&offset=${offset}`));
});

it('asks again for a page that failed, and gives each ticket once', async () => {
	const { control, vendor } = apizee();
	await vendor.addTickets({ count: 148 });
	await openSession(apizee());
	await control.fault({ kind: 'status', status: 503, path: '/api/tickets', after: 1 });
	const { ids, requests } = await list({ returnAll: true });
	expect(ids).toHaveLength(150);
	expect(requests).toEqual([0, 100, 100].map((offset) => `GET tickets?limit=100&offset=${offset}`));
});

it.each([
	['a record without a list', { total: 0 }],
	['a list without an envelope', []],
])('does not take %s for an empty list', async (_, body) => {
	const { run, control, access } = apizee();
	await control.fault({ kind: 'status', status: 200, path: '/api/tickets', body });
	const { error } = await run('ticket.getAll', { inputs: { returnAll: true } });
	expect(error).toMatchObject({
		message: 'Apizee sent something that is not a list [item 0]',
		description: `Check the address in the credential, and proxies on the way. GET ${access.baseUrl}/tickets: HTTP 200.`,
	});
});
