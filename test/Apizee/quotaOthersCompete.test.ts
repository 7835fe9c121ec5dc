import fc from 'fast-check';

import { arrivals, asked, mostInAMinute, statuses, useQuota } from './quotaAccount';

// Whatever another process of the same user does, and however the vendor counts: with the options as
// they are every item gets its ticket, and nobody asks before the time that the vendor named.

const { apizee, time, newTokenAccount, counted } = useQuota();

const scenario = fc.record({
	window: fc.constantFrom('fixed' as const, 'sliding' as const),
	resetHeader: fc.constantFrom('seconds' as const, 'timestamp' as const),
	/** How many items each run has. */
	runs: fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 3 }),
	concurrentRequests: fc.integer({ min: 1, max: 12 }),
	/** How much of the quota the other process uses, and milliseconds until it does. */
	others: fc.array(
		fc.record({
			requests: fc.integer({ min: 1, max: 10 }),
			later: fc.integer({ min: 0, max: 70_000 }),
		}),
		{ minLength: 1, maxLength: 3 },
	),
});

it('every item gets its ticket, with ten requests a minute at most', async () => {
	const { vendor, control } = apizee();
	const ids = (await vendor.addTickets({ count: 12 })).map(({ id }) => id);
	await fc.assert(
		fc.asyncProperty(
			scenario,
			async ({ window, resetHeader, runs, concurrentRequests, others }) => {
				await vendor.setQuota({ window, resetHeader });
				await control.clearRequests();
				const { run, usesQuota } = await newTokenAccount();
				const inputs = {
					ticketId: '={{ $json.id }}',
					options: { batching: { values: { concurrentRequests } } },
				};
				const other = (async () => {
					for (const { requests, later } of others) {
						await time.pass(later);
						await usesQuota(requests);
					}
				})();
				await time.pass(1);
				const results = await Promise.all(
					runs.map(
						async (count) =>
							await run('ticket.get', { inputs, items: ids.slice(0, count).map((id) => ({ id })) }),
					),
				);
				await other;
				expect(results.map(({ error }) => error?.description)).toEqual(runs.map(() => undefined));
				expect(results.map(({ json }) => json.map(({ id }) => id))).toEqual(
					runs.map((count) => ids.slice(0, count)),
				);
				const requests = await counted();
				expect(mostInAMinute(requests)).toBeLessThanOrEqual(10);
				expect(time.waiting()).toBe(0);
			},
		),
		{ numRuns: 12 },
	);
}, 180_000);

it('an item that was only held back has not been tried: Max Retries counts what was sent', async () => {
	const { vendor, control } = apizee();
	const [first, second] = (await vendor.addTickets({ count: 2 })).map(({ id }) => id);
	const turnsAway = async (id: number | undefined, seconds: string) => {
		const headers = { 'x-ratelimit-reset': seconds };
		const path = `/api/tickets/${id}`;
		await control.fault({ vendor: 'apizee', path, kind: 'status', status: 429, headers });
	};
	await turnsAway(first, '30');
	await turnsAway(second, '10');
	const { run } = await newTokenAccount();
	const one = run('ticket.get', { inputs: { ticketId: first ?? 0 } });
	await time.pass(10_000);
	const inputs = { ticketId: second ?? 0, options: { maxRetries: 1 } };
	const other = await run('ticket.get', { inputs });
	expect((await one).json).toHaveLength(1);
	const requests = await counted();
	const [atFirst, atSecond] = [first, second].map((id) => `GET /api/tickets/${id}`);
	expect(asked(requests)[0]).toBe(atFirst);
	const ofSecond = requests.filter((request) => asked([request])[0] === atSecond);
	expect(statuses(ofSecond)).toEqual([429, 200]);
	expect(other.json).toHaveLength(1);
	const [begun = NaN] = arrivals(requests);
	const since = arrivals(ofSecond).map((at) => at - begun);
	expect(since[0]).toBeGreaterThanOrEqual(30_000);
	expect(since[1]).toBeGreaterThanOrEqual(40_000);
});
