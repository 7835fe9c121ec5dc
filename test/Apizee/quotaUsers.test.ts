import { mostInAMinute, statuses, useQuota, waited } from './quotaAccount';

// Whose requests are counted together, and how many there may be.

const quota = useQuota();
const { apizee, newUser, newAccount, newTokenAccount, newTickets, credentialOf, counted, refused } =
	quota;

const MINUTE = 60_000;
const LATE = 5000;

const inputs = {
	ticketId: '={{ $json.id }}',
	options: { batching: { values: { concurrentRequests: 50 } } },
};

/** How long it takes, in milliseconds. */
async function measured(work: () => Promise<unknown>): Promise<number> {
	const begun = Date.now();
	await work();
	return Date.now() - begun;
}

it.each([
	{ requestsPerMinute: 25, count: 24, minutes: 0 },
	{ requestsPerMinute: 25, count: 74, minutes: 2 },
	{ requestsPerMinute: 4, count: 7, minutes: 1 },
])(
	'with $requestsPerMinute requests a minute, a sign-in and $count tickets take $minutes minutes',
	async ({ requestsPerMinute, count, minutes }) => {
		await apizee().vendor.setQuota({ limit: requestsPerMinute });
		const items = await newTickets(count);
		const { run } = await newAccount({ requestsPerMinute });
		const took = await measured(async () => {
			const { json, hints } = await run('ticket.get', { inputs, items });
			expect(json.map(({ id }) => id)).toEqual(items.map(({ id }) => id));
			expect(hints).toEqual(minutes === 0 ? [] : [waited(requestsPerMinute)]);
		});
		expect(took).toBeGreaterThanOrEqual(minutes * MINUTE);
		expect(took).toBeLessThan(minutes * MINUTE + LATE);
		expect(mostInAMinute(await counted())).toBe(requestsPerMinute);
		expect(await refused()).toBe(0);
	},
);

it.each([
	['nothing', undefined],
	['0', 0],
])('with %s as Requests per Minute it is ten', async (_what, requestsPerMinute) => {
	const items = await newTickets(10);
	const { run } = await newAccount({ requestsPerMinute });
	const { hints } = await run('ticket.get', { inputs, items });
	expect(hints).toEqual([waited()]);
	expect(mostInAMinute(await counted())).toBe(10);
});

it('more than the vendor grants: it turns some away, and they wait for its word', async () => {
	const items = await newTickets(14);
	const { run } = await newTokenAccount({ requestsPerMinute: 100 });
	const took = await measured(async () => {
		const { json } = await run('ticket.get', { inputs, items });
		expect(json.map(({ id }) => id)).toEqual(items.map(({ id }) => id));
	});
	expect(took).toBeGreaterThan(MINUTE - 1000);
	expect(took).toBeLessThan(MINUTE + LATE);
	const all = statuses(await counted());
	expect(all.filter((status) => status === 200)).toHaveLength(14);
	expect(all.filter((status) => status === 429)).toHaveLength(4);
});

it('two users do not share: neither waits for the other', async () => {
	const items = await newTickets(9);
	const [one, other] = [await newAccount(), await newAccount()];
	const took = await measured(async () => {
		const results = await Promise.all(
			[one, other].map(async ({ run }) => await run('ticket.get', { inputs, items })),
		);
		for (const { json, hints } of results) {
			expect(json.map(({ id }) => id)).toEqual(items.map(({ id }) => id));
			expect(hints).toEqual([]);
		}
	});
	expect(took).toBeLessThan(LATE);
	const { users } = await apizee().vendor.quota();
	expect(users).toMatchObject([{ requests: 10 }, { requests: 10 }]);
	expect(await refused()).toBe(0);
});

describe('credentials of one user share', () => {
	it.each([
		['at /api and at /api/v3', (name: string) => name, () => apizee().access.v3Url],
		[
			'with the name in other letters',
			(name: string) => name.toUpperCase(),
			() => apizee().access.baseUrl,
		],
	])('%s', async (_how, spelt, baseUrl) => {
		const items = await newTickets(9);
		const user = await newUser();
		const other = { ...user, username: spelt(user.username) };
		const both = [credentialOf(user), credentialOf(other, { baseUrl: baseUrl() })];
		const results = await Promise.all(
			both.map(async ({ run }) => await run('ticket.get', { inputs, items })),
		);
		for (const { json } of results) expect(json).toHaveLength(items.length);
		expect(await refused()).toBe(0);
		const requests = await counted();
		expect(mostInAMinute(requests)).toBe(10);
		expect(requests).toHaveLength(20);
	});
});

it('a token does not tell whose it is: it is counted apart, and the 429 holds both up', async () => {
	const items = await newTickets(8);
	const { run, user } = await newTokenAccount();
	const results = await Promise.all(
		[run, credentialOf(user).run].map(async (get) => await get('ticket.get', { inputs, items })),
	);
	for (const { json } of results)
		expect(json.map(({ id }) => id)).toEqual(items.map(({ id }) => id));
	expect(statuses(await counted()).filter((status) => status === 200)).toHaveLength(1 + 16);
	expect(await refused()).toBeGreaterThan(0);
});
