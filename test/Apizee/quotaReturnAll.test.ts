import { asked, mostInAMinute, useQuota, waited } from './quotaAccount';

// Lists in the smallest number of requests: pages of a hundred, one sign-in for all runs.

const { apizee, newUser, newAccount, credentialOf, counted, refused } = useQuota();

const page = (path: string, offset: number) => `GET ${path}?limit=100&offset=${offset}`;

/** A vendor whose tickets are these alone. */
async function onlyTickets(count: number): Promise<number[]> {
	const { vendor } = apizee();
	for (const { id } of await vendor.tickets()) await vendor.deleteTicket(id);
	const tickets = await vendor.addTickets({ count });
	return tickets.map(({ id }) => id);
}

describe.each(['/api', '/api/v3'])('Get Many tickets with Return All at %s', (root) => {
	const given = () => ({ baseUrl: `${apizee().access.url}${root}` });
	const tickets = `${root}/tickets`;

	it.each([
		{ count: 100, pages: [0] },
		{ count: 101, pages: [0, 100] },
		{ count: 250, pages: [0, 100, 200] },
	])(
		'gives $count tickets; requests beside the sign-in: $pages.length',
		async ({ count, pages }) => {
			const ids = await onlyTickets(count);
			const { run } = await newAccount(given());
			const { status, json, hints } = await run('ticket.getAll', { inputs: { returnAll: true } });
			expect(status).toBe('success');
			expect(json.map(({ id }) => id)).toEqual(ids.reverse());
			const requests = await counted();
			expect(asked(requests)).toEqual([
				`POST ${root}/token`,
				...pages.map((offset) => page(tickets, offset)),
			]);
			expect(await refused()).toBe(0);
			expect(hints).toEqual([]);
		},
	);
});

it('the next run needs no sign-in: 100 tickets are one request', async () => {
	const ids = await onlyTickets(100);
	const { run } = await newAccount();
	await run('ticket.getAll', { inputs: { returnAll: true } });
	await apizee().control.clearRequests();
	const { json } = await run('ticket.getAll', { inputs: { returnAll: true } });
	expect(json).toHaveLength(ids.length);
	expect(asked(await counted())).toEqual([page('/api/tickets', 0)]);
});

it('1,250 tickets take 14 requests, so the run waits once and says so', async () => {
	await onlyTickets(1250);
	const { run } = await newAccount();
	const begun = Date.now();
	const { json, hints } = await run('ticket.getAll', { inputs: { returnAll: true } });
	expect(new Set(json.map(({ id }) => id)).size).toBe(1250);
	expect(Date.now() - begun).toBeGreaterThan(60_000);
	expect(Date.now() - begun).toBeLessThan(75_000);
	expect(hints).toEqual([waited()]);
	const requests = await counted();
	expect(requests).toHaveLength(14);
	expect(mostInAMinute(requests)).toBe(10);
	expect(await refused()).toBe(0);
});

it.each([
	{ limit: 7, pages: ['limit=7&offset=0'] },
	{ limit: 100, pages: ['limit=100&offset=0'] },
	{ limit: 101, pages: ['limit=100&offset=0', 'limit=100&offset=100'] },
])('a limit of $limit asks for no more than it takes', async ({ limit, pages }) => {
	await onlyTickets(250);
	const { run } = await newAccount();
	const { json } = await run('ticket.getAll', { inputs: { returnAll: false, limit } });
	expect(json).toHaveLength(limit);
	expect(asked(await counted()).slice(1)).toEqual(
		pages.map((query) => `GET /api/tickets?${query}`),
	);
});

it('several credentials of one user sign in apart, and keep to one quota', async () => {
	const user = await newUser();
	const inputs = { returnAll: true };
	for (const baseUrl of [apizee().access.baseUrl, apizee().access.v3Url]) {
		await credentialOf(user, { baseUrl }).run('ticket.getAll', { inputs });
	}
	expect(asked(await counted())).toEqual(
		['/api', '/api/v3'].flatMap((root) => [`POST ${root}/token`, page(`${root}/tickets`, 0)]),
	);
});
