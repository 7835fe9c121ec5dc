import { arrivals, asked, useQuota } from './quotaAccount';

// "Stop execution" in the editor while a run waits for the quota.

const { time, newTickets, newTokenAccount, counted } = useQuota();

const MINUTE = 60_000;
const LATE = 5000;

const inputs = { ticketId: '={{ $json.id }}' };

it('a run that waits is stopped at once; the next one waits no longer than it must', async () => {
	const items = await newTickets(30);
	const { run } = await newTokenAccount();
	const stop = new AbortController();
	const running = run('ticket.get', { inputs, items, signal: stop.signal });
	await time.pass(20_000);
	const stopped = Date.now();
	stop.abort();
	const { status } = await running;
	expect(status).toBe('canceled');
	expect(Date.now() - stopped).toBeLessThan(LATE);
	expect(time.waiting()).toBe(0);
	expect(await counted()).toHaveLength(10);

	await run('ticket.get', { inputs, items: items.slice(0, 1) });
	const requests = await counted();
	expect(asked(requests).slice(10)).toEqual([`GET /api/tickets/${items[0]?.id}`]);
	const times = arrivals(requests);
	expect((times[10] ?? NaN) - (times[0] ?? NaN)).toBeLessThan(MINUTE + LATE);
});

it('a run that waits for another process is stopped at once, and sends nothing any more', async () => {
	const items = await newTickets(5);
	const { run, usesQuota } = await newTokenAccount();
	await usesQuota(10);
	const stop = new AbortController();
	const running = run('ticket.get', { inputs, items, signal: stop.signal });
	await time.pass(10_000);
	const stopped = Date.now();
	stop.abort();
	expect((await running).status).toBe('canceled');
	expect(Date.now() - stopped).toBeLessThan(LATE);
	const sent = (await counted()).length;
	await time.pass(2 * MINUTE);
	expect(await counted()).toHaveLength(sent);
});
