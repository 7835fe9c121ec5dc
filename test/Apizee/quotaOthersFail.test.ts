import { DateTime } from 'luxon';

import { arrivals, statuses, useQuota } from './quotaAccount';

// Another process of the same user has used the quota up, and the user does not want to wait so long.

const { apizee, time, newAccount, newTokenAccount, newTickets, counted } = useQuota();

const MINUTE = 60_000;
/** What a request may be late when time runs fast. */
const LATE = 5000;

const MESSAGE = 'Apizee takes no more requests for the moment';
const WORDS = 'More than 10 requests in 60 seconds.';
const NEXT =
	'Its quota counts all requests of a user: give other systems a user of their own, or raise Options > Max Wait';

const inputs = (options: { maxWait?: number; maxRetries?: number }, concurrentRequests = 1) => ({
	ticketId: '={{ $json.id }}',
	options: { batching: { values: { concurrentRequests } }, ...options },
});

/** The whole description; the time is checked by `works`. */
const described = (ticketId: unknown, seconds: string, end = 'HTTP 429') => {
	const url = `${apizee().access.baseUrl}/tickets/${ticketId}`;
	const pause = `The vendor asks to wait ${seconds} s, until [\\d-]+T[\\d:]+Z; see Options > Max Wait`;
	return new RegExp(`^${NEXT}\\. ${pause}\\. GET ${url}: ${end}\\.$`);
};

/** When a description says that it would work again, in milliseconds. */
const saidIn = (description: unknown) =>
	DateTime.fromISO(/until ([\d:TZ-]+);/.exec(String(description))?.[1] ?? '').toMillis();

describe.each(['fixed', 'sliding'] as const)('a %s minute', (window) => {
	describe.each(['seconds', 'timestamp'] as const)(
		'with X-RateLimit-Reset as %s',
		(resetHeader) => {
			it('fails at once, and names the time at which it works', async () => {
				await apizee().vendor.setQuota({ window, resetHeader });
				const [ticket, ...others] = await newTickets(3);
				const { run, usesQuota } = await newTokenAccount();
				const begun = await usesQuota(10);
				await time.pass(20_000);
				const asked = Date.now();
				const { status, json, error } = await run('ticket.get', {
					inputs: inputs({ maxWait: 30 }),
					items: [{ id: ticket?.id ?? 0 }, ...others],
				});
				expect(Date.now() - asked).toBeLessThan(LATE);
				expect({ status, json }).toEqual({ status: 'error', json: [] });
				expect(error?.message).toBe(`${MESSAGE}: ${WORDS} [item 0]`);
				expect(error?.description).toMatch(described(ticket?.id, '(3\\d|4[01])'));
				expect(error).toMatchObject({ itemIndex: 0, httpCode: '429' });
				expect(statuses(await counted())).toEqual([429]);
				const said = saidIn(error?.description);
				expect(said).toBeGreaterThanOrEqual(begun + MINUTE);
				expect(said).toBeLessThan(begun + MINUTE + LATE);

				// And at that time it works.
				await time.pass(said - Date.now());
				const again = await run('ticket.get', { inputs: inputs({ maxWait: 0 }), items: others });
				expect(again.json.map(({ id }) => id)).toEqual(others.map(({ id }) => id));
			});
		},
	);
});

it('Continue On Fail: what was done is output, the others fail without being sent', async () => {
	const items = await newTickets(7);
	const { run, usesQuota } = await newTokenAccount();
	await usesQuota(6);
	const result = await run('ticket.get', {
		inputs: inputs({ maxWait: 10 }),
		items,
		continueOnFail: true,
	});
	expect(result.status).toBe('success');
	expect(result.items.map(({ pairedItem }) => pairedItem)).toEqual(
		items.map((_ticket, item) => ({ item })),
	);
	const done = result.json.slice(0, 4);
	expect(done.map(({ id }) => id)).toEqual(items.slice(0, 4).map(({ id }) => id));
	const failed = result.json.slice(4);
	expect(failed.map(({ error }) => error)).toEqual([
		`${MESSAGE}: ${WORDS} [item 4]`,
		`${MESSAGE} [item 5]`,
		`${MESSAGE} [item 6]`,
	]);
	for (const [index, { message }] of failed.entries()) {
		expect(message).toMatch(described(items[4 + index]?.id, '(5\\d|60)'));
	}
	const times = failed.map(({ message }) => saidIn(message));
	expect(Math.max(...times) - Math.min(...times)).toBeLessThanOrEqual(1000);
	expect(statuses(await counted())).toEqual([200, 200, 200, 200, 429]);
});

it('an item that may wait longer goes on when others have failed', async () => {
	const items = await newTickets(2);
	const { run, usesQuota } = await newTokenAccount();
	await usesQuota(10);
	const result = await run('ticket.get', {
		inputs: { ...inputs({}), options: { maxWait: '={{ $json.seconds }}' } },
		items: items.map((ticket, index) => ({ ...ticket, seconds: index === 0 ? 5 : 120 })),
		continueOnFail: true,
	});
	expect(result.json[0]).toHaveProperty('error', expect.stringMatching(`^${MESSAGE}`));
	expect(result.json[1]).toHaveProperty('id', items[1]?.id);
});

it('a vendor that never takes requests again: gives up after Max Retries, and says when to try', async () => {
	await apizee().vendor.setQuota({ limit: 0 });
	const [ticket] = await newTickets(1);
	const { run } = await newTokenAccount();
	const { error } = await run('ticket.get', {
		inputs: inputs({ maxRetries: 2 }),
		items: [{ id: ticket?.id ?? 0 }],
	});
	expect(error?.message).toBe(`${MESSAGE}: More than 0 requests in 60 seconds. [item 0]`);
	expect(error?.description).toMatch(described(ticket?.id, '60', 'HTTP 429 after 3 attempts'));
	const [first = NaN, second = NaN, third = NaN, ...others] = arrivals(await counted());
	expect(others).toEqual([]);
	for (const pause of [second - first, third - second]) {
		expect(pause).toBeGreaterThanOrEqual(MINUTE);
		expect(pause).toBeLessThan(MINUTE + LATE);
	}
});

it('a sign-in that is turned away fails all items that need it, with the time', async () => {
	const items = await newTickets(2);
	const { run, user } = await newAccount();
	await apizee().vendor.useQuota(10, { userId: user.id });
	const given = { inputs: inputs({ maxWait: 10 }, 5), items, continueOnFail: true };
	const { json } = await run('ticket.get', given);
	expect(json.map(({ error }) => error)).toEqual([
		`${MESSAGE}: ${WORDS} [item 0]`,
		`${MESSAGE}: ${WORDS} [item 1]`,
	]);
	for (const { message } of json) {
		expect(message).toMatch(
			/^Its quota counts all .* asks to wait (5\d|60) s, until .* Max Wait\./,
		);
		expect(message).toContain(`POST ${apizee().access.baseUrl}/token: HTTP 429.`);
	}
	expect(statuses(await counted())).toEqual([429]);
});
