import { arrivals, asked, statuses, useQuota } from './quotaAccount';

// Another process of the same user uses the quota up: the vendor answers 429 and says when it takes
// requests again. Until then nobody asks, and then everybody goes on.

const { apizee, time, newAccount, newTokenAccount, newTickets, counted, refused } = useQuota();

const MINUTE = 60_000;
/** What a request may be late when time runs fast. */
const LATE = 5000;

/** What the output says when the vendor turned requests away. */
const turnedAway = {
	message:
		'Apizee turned requests away for a while: another system uses the quota of this user too, or Requests per Minute in the credential is more than the vendor grants.',
	type: 'info',
	location: 'outputPane',
};

const inputs = { ticketId: '={{ $json.id }}' };

describe.each(['fixed', 'sliding'] as const)('a %s minute', (window) => {
	describe.each(['seconds', 'timestamp'] as const)(
		'with X-RateLimit-Reset as %s',
		(resetHeader) => {
			beforeEach(async () => {
				await apizee().vendor.setQuota({ window, resetHeader });
			});

			it.each([0, 20_000, 59_000])(
				'waits once, until it is over: %i ms of it are gone',
				async (gone) => {
					const items = await newTickets(5);
					const { run, usesQuota } = await newTokenAccount();
					const begun = await usesQuota(10);
					await time.pass(gone);
					const { status, json, hints } = await run('ticket.get', { inputs, items });
					expect(status).toBe('success');
					expect(hints).toEqual([turnedAway]);
					expect(json.map(({ id }) => id)).toEqual(items.map(({ id }) => id));
					const requests = await counted();
					const times = arrivals(requests);
					const away = statuses(requests).filter((answer) => answer === 429).length;
					expect(statuses(requests).slice(away)).toEqual(items.map(() => 200));
					// Only those that were on their way when the first was turned away.
					expect(await refused()).toBe(away);
					expect(away).toBeLessThanOrEqual(5);
					expect(Math.max(...times.slice(0, away))).toBeLessThan(begun + gone + LATE);
					const again = times.slice(away);
					expect(Math.min(...again)).toBeGreaterThanOrEqual(begun + MINUTE);
					expect(Math.max(...again)).toBeLessThan(begun + MINUTE + LATE);
					expect(time.waiting()).toBe(0);
				},
			);
		},
	);
});

it('waits exactly as long as the vendor says, whatever is left of a minute', async () => {
	const [ticket] = await newTickets(1);
	const { run } = await newTokenAccount();
	const headers = { 'x-ratelimit-reset': '47' };
	await apizee().control.fault({ vendor: 'apizee', kind: 'status', status: 429, headers });
	const { status } = await run('ticket.get', { inputs: { ticketId: ticket?.id ?? 0 } });
	expect(status).toBe('success');
	const requests = await counted();
	expect(statuses(requests)).toEqual([429, 200]);
	const [first = NaN, second = NaN] = arrivals(requests);
	expect(second - first).toBeGreaterThanOrEqual(47_000);
	expect(second - first).toBeLessThan(47_000 + LATE);
});

it('a sliding minute frees places one after the other: the run takes them as they come', async () => {
	await apizee().vendor.setQuota({ window: 'sliding' });
	const items = await newTickets(8);
	const { run, usesQuota } = await newTokenAccount();
	const begun = await usesQuota(5);
	await time.pass(30_000);
	await usesQuota(5);
	await time.pass(10_000);
	const { json } = await run('ticket.get', { inputs, items });
	expect(json.map(({ id }) => id)).toEqual(items.map(({ id }) => id));
	const good = (await counted()).filter(({ status }) => status === 200);
	const times = arrivals(good).map((at) => at - begun);
	expect(Math.min(...times)).toBeGreaterThanOrEqual(MINUTE);
	expect(Math.max(...times.slice(0, 5))).toBeLessThan(MINUTE + LATE);
	expect(Math.max(...times)).toBeLessThan(2 * MINUTE);
});

it('meanwhile no other run, picker or poll asks, and all of them have their answer then', async () => {
	const items = await newTickets(3);
	const { run, look, watch, usesQuota } = await newTokenAccount();
	const workflow = await watch('ticketDone', { options: { includeExisting: true } });
	const begun = await usesQuota(9);
	const first = run('ticket.get', { inputs, items: items.slice(0, 1) });
	await time.pass(5000);
	const [picked, [tick], other, one] = await Promise.all([
		look({ method: 'searchTickets' }),
		workflow.tick(),
		run('ticket.get', { inputs, items: items.slice(1) }),
		first,
	]);
	expect([one.hints, other.hints]).toEqual([[turnedAway], [turnedAway]]);
	expect(picked.results).toHaveLength(5);
	expect(tick?.error).toBeUndefined();
	expect([...one.json, ...other.json].map(({ id }) => id)).toEqual(items.map(({ id }) => id));
	const requests = await counted();
	const since = arrivals(requests).map((at) => at - begun);
	// The look when the workflow was published, and the one that was turned away.
	expect(statuses(requests)).toEqual([200, 429, ...Array<number>(5).fill(200)]);
	expect(since[1]).toBeLessThan(LATE);
	expect(Math.min(...since.slice(2))).toBeGreaterThan(50_000);
	expect(await refused()).toBe(1);
});

it('a sign-in that is turned away waits as well, and is made once for all', async () => {
	const items = await newTickets(5);
	const { run, user } = await newAccount();
	await apizee().vendor.useQuota(10, { userId: user.id });
	const { json } = await run('ticket.get', { inputs, items });
	expect(json).toHaveLength(5);
	const requests = await counted();
	expect(asked(requests).slice(0, 2)).toEqual(['POST /api/token', 'POST /api/token']);
	expect(statuses(requests)).toEqual([429, ...Array<number>(6).fill(200)]);
	const [first = NaN, second = NaN] = arrivals(requests);
	expect(second - first).toBeGreaterThan(MINUTE - LATE);
});
