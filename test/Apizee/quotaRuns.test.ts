import { arrivals, asked, mostInAMinute, useQuota, waited } from './quotaAccount';

// Whatever runs in one n8n process at the same time: the vendor never gets more than ten requests in
// a minute from a user, and never has to turn one away.

const { apizee, time, newAccount, counted, refused } = useQuota();

const MINUTE = 60_000;

async function newTickets(count: number): Promise<number[]> {
	const tickets = await apizee().vendor.addTickets({ count });
	return tickets.map(({ id }) => id);
}

const byId = (concurrentRequests = 5) => ({
	ticketId: '={{ $json.id }}',
	options: { batching: { values: { concurrentRequests } } },
});

const itemsOf = (ids: number[]) => ids.map((id) => ({ id }));

/** The vendor was asked as often as it takes, and not once more. */
async function expectKept(requests: number) {
	const all = await counted();
	expect(all).toHaveLength(requests);
	expect(mostInAMinute(all)).toBe(10);
	expect(await refused()).toBe(0);
	expect(time.waiting()).toBe(0);
}

it.each([1, 5, 50])(
	'100 tickets by ID, %i at a time, take ten minutes and give all of them in order',
	async (concurrent) => {
		const ids = await newTickets(100);
		const { run } = await newAccount();
		const begun = Date.now();
		const items = itemsOf(ids);
		const { status, json, hints } = await run('ticket.get', { inputs: byId(concurrent), items });
		const took = Date.now() - begun;
		expect(status).toBe('success');
		expect(json.map(({ id }) => id)).toEqual(ids);
		expect(hints).toEqual([waited()]);
		await expectKept(1 + 100);
		const [signIn, ...others] = asked(await counted());
		expect(signIn).toBe('POST /api/token');
		expect(others).not.toContain('POST /api/token');
		// The sign-in and nine tickets at once, and then ten a minute.
		expect(took).toBeGreaterThan(10 * MINUTE);
		expect(took).toBeLessThan(11 * MINUTE);
	},
);

it('with a token there is no sign-in: 100 tickets take nine minutes', async () => {
	const ids = await newTickets(100);
	const { token } = await apizee().vendor.issueToken();
	const { run } = await newAccount({ authentication: 'token', accessToken: token });
	const begun = Date.now();
	const { json } = await run('ticket.get', { inputs: byId(), items: itemsOf(ids) });
	expect(json.map(({ id }) => id)).toEqual(ids);
	await expectKept(100);
	expect(Date.now() - begun).toBeGreaterThan(9 * MINUTE);
	expect(Date.now() - begun).toBeLessThan(10 * MINUTE);
});

it('several runs share one sign-in and take turns', async () => {
	const ids = await newTickets(30);
	const { run } = await newAccount();
	const begun = Date.now();
	const parts = [ids.slice(0, 10), ids.slice(10, 20), ids.slice(20)];
	const results = await Promise.all(
		parts.map(async (part) => await run('ticket.get', { inputs: byId(), items: itemsOf(part) })),
	);
	expect(results.map(({ json }) => json.map(({ id }) => id))).toEqual(parts);
	expect(results.map(({ hints }) => hints)).toEqual(parts.map(() => [waited()]));
	expect(Date.now() - begun).toBeGreaterThan(3 * MINUTE);
	expect(Date.now() - begun).toBeLessThan(4 * MINUTE);
	await expectKept(1 + 30);
	// The last run does not wait until the first one is done.
	const paths = (await counted()).map(({ path }) => path);
	const place = (id: number | undefined) => paths.indexOf(`/api/tickets/${id}`);
	expect(place(parts[2]?.[0])).toBeLessThan(place(parts[0]?.[9]));
});

it('an opened picker and a poll come in between: neither waits for the end of a long run', async () => {
	const ids = await newTickets(40);
	const { run, look, watch } = await newAccount();
	const workflow = await watch('ticketDone');
	const running = run('ticket.get', { inputs: byId(), items: itemsOf(ids) });
	await time.pass(15_000);
	const begun = Date.now();
	const [picked, [tick]] = await Promise.all([
		look({ method: 'searchTickets' }),
		apizee()
			.vendor.setTicketState(ids[0] ?? 0, 'done')
			.then(async () => await workflow.tick()),
	]);
	expect(Date.now() - begun).toBeLessThan(1.5 * MINUTE);
	expect(picked.results).toHaveLength(42);
	expect(tick?.emitted?.flat().map(({ json }) => json.id)).toEqual([ids[0]]);
	expect((await running).json.map(({ id }) => id)).toEqual(ids);
	// The sign-in, the look when the workflow was published, 40 tickets, the picker and the poll.
	await expectKept(1 + 1 + 40 + 1 + 1);
	const times = arrivals(await counted());
	expect((times.at(-1) ?? NaN) - (times[0] ?? NaN)).toBeLessThan(5 * MINUTE);
});

it('items of all kinds that create, change and delete keep to the pace as well', async () => {
	const { run } = await newAccount();
	const cases = Array.from({ length: 12 }, (_none, index) => ({ case: `CASE-${index}` }));
	const people = { agent: apizee().access.agent.username, phone: '+33612345678' };
	const created = await run('ticket.createOrGet', {
		inputs: { ...people, reference: '={{ $json.case }}' },
		items: cases,
	});
	expect(created.json.map(({ was_created }) => was_created)).toEqual(cases.map(() => true));
	const ids = created.json.map(({ id }) => Number(id));
	const deleted = await run('ticket.delete', { inputs: byId(), items: itemsOf(ids) });
	expect(deleted.json).toEqual(cases.map(() => ({ deleted: true })));
	// A sign-in, two for each new ticket, one for each deletion.
	await expectKept(1 + 2 * cases.length + cases.length);
});
