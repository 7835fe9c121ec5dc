import { DateTime } from 'luxon';

import { pathsOf, sinceFirst, usePaced, type Answering } from './pacedNode';

// The vendor turns a request away with 429: nobody of that user asks again before the time it named.

const { newUser, vendorAnswers, getThings, time, url } = usePaced();

const SLACK = 5000;
const REASON = 'Try again later, or lower Options > Batching. The vendor asks to wait';

/** Turns the first request away, for half a minute. */
const away =
	(headers: () => Record<string, string> = () => ({ 'x-ratelimit-reset': '30' })): Answering =>
	(_arrival, index) =>
		index === 0 ? { status: 429, headers: headers(), body: { error: 'Slow down' } } : {};

const account = () => ({ user: newUser(), requests: 10, token: 'a #1' });

/** When a message says that it would work again, in milliseconds. */
const timeIn = (text: string | null | undefined) =>
	DateTime.fromISO(/until ([\d:TZ-]+);/.exec(text ?? '')?.[1] ?? '').toMillis();

it.each([
	['seconds', () => ({ 'x-ratelimit-reset': '30' })],
	['a part of a second', () => ({ 'x-ratelimit-reset': '29.75' })],
	['a Unix time', () => ({ 'x-ratelimit-reset': String(Date.now() / 1000 + 30) })],
	['a Unix time in milliseconds', () => ({ 'x-ratelimit-reset': String(Date.now() + 30_000) })],
	['Retry-After', () => ({ 'retry-after': '30' })],
])(
	'by %s: nothing goes out before that time, whoever asks, and then everything',
	async (_how, headers) => {
		const arrivals = vendorAnswers(away(headers));
		const user = account();
		const first = getThings(user, 1);
		await time.pass(10_000);
		const others = [
			getThings({ ...user, key: 'another' }, 3, { name: 'b' }),
			getThings(user, 2, { name: 'c' }),
		];
		const results = await Promise.all([first, ...others]);
		expect(results.map(({ status }) => status)).toEqual(['success', 'success', 'success']);
		expect(arrivals).toHaveLength(7);
		const [, second, ...since] = sinceFirst(arrivals);
		expect(second).toBeGreaterThanOrEqual(29_700);
		expect(Math.max(...since)).toBeLessThan(30_000 + SLACK);
	},
);

it('whoever may not wait so long fails at once, is told until when, and sends nothing', async () => {
	const arrivals = vendorAnswers(away());
	const user = account();
	const first = getThings(user, 1);
	await time.pass(10_000);
	const asked = Date.now();
	const { error } = await getThings(user, 1, { name: 'b', options: { maxWait: 15 } });
	expect(Date.now() - asked).toBeLessThan(SLACK);
	expect(error?.message).toBe('Sample asks to slow down [item 0]');
	expect(error?.description).toMatch(
		new RegExp(
			`^${REASON} 2\\d s, until [\\d-]+T[\\d:]+Z; see Options > Max Wait\\. GET ${url()}/things/b0: HTTP 429\\.$`,
		),
	);
	const late = timeIn(error?.description) - (arrivals[0]?.at ?? NaN) - 30_000;
	expect(Math.abs(late)).toBeLessThan(1500);
	expect((await first).status).toBe('success');
	expect(pathsOf(arrivals)).toEqual(['/things/a0', '/things/a0']);
});

it('is told so at once also when all places of the quota are taken', async () => {
	const arrivals = vendorAnswers(away(() => ({ 'x-ratelimit-reset': '50' })));
	const user = { ...account(), requests: 1 };
	const first = getThings(user, 1);
	await time.pass(5000);
	const asked = Date.now();
	const { status } = await getThings(user, 1, { name: 'b', options: { maxWait: 20 } });
	expect(status).toBe('error');
	expect(Date.now() - asked).toBeLessThan(SLACK);
	await first;
	expect(pathsOf(arrivals)).toEqual(['/things/a0', '/things/a0']);
});

it('each item waits or fails as its own options say', async () => {
	const arrivals = vendorAnswers(away());
	const user = account();
	const first = getThings(user, 1);
	await time.pass(5000);
	const never = getThings(user, 2, {
		name: 'never',
		options: { maxWait: 20 },
		continueOnFail: true,
	});
	const later = getThings(user, 1, { name: 'later' });
	expect((await never).json.map(({ error }) => error)).toEqual([
		'Sample asks to slow down [item 0]',
		'Sample asks to slow down [item 1]',
	]);
	const statuses = (await Promise.all([first, later])).map(({ status }) => status);
	expect(statuses).toEqual(['success', 'success']);
	expect(pathsOf(arrivals).sort()).toEqual(['/things/a0', '/things/a0', '/things/later0']);
});

it('for longer than anybody waits: all fail with the same time, and the vendor hears of the first only', async () => {
	const arrivals = vendorAnswers(away(() => ({ 'x-ratelimit-reset': '3600' })));
	const user = account();
	const one = await getThings(user, 1);
	const two = await getThings(user, 3, { continueOnFail: true });
	expect(one.error?.message).toBe('Sample asks to slow down: Slow down [item 0]');
	const times = [one.error?.description, ...two.json.map(({ message }) => String(message))];
	expect(times).toHaveLength(4);
	for (const text of times) {
		const late = timeIn(text) - (arrivals[0]?.at ?? NaN) - 3600_000;
		expect(Math.abs(late)).toBeLessThan(2500);
	}
	expect(arrivals).toHaveLength(1);
});

it('a time that lies absurdly far ahead is not believed for longer than an hour', async () => {
	const arrivals = vendorAnswers(away(() => ({ 'x-ratelimit-reset': '99999999' })));
	const user = account();
	expect((await getThings(user, 1)).status).toBe('error');
	time.skip(3500_000);
	expect((await getThings(user, 1)).error?.message).toBe('Sample asks to slow down [item 0]');
	expect(arrivals).toHaveLength(1);
	time.skip(100_000);
	expect((await getThings(user, 2)).status).toBe('success');
	expect(arrivals).toHaveLength(3);
});

it('a sign-in that is turned away holds up everything else of that user', async () => {
	const arrivals = vendorAnswers(away());
	const user = { user: newUser(), requests: 10 };
	const signingIn = getThings(user, 2);
	await time.pass(10_000);
	await Promise.all([signingIn, getThings({ ...user, token: 'a #1' }, 1, { name: 'b' })]);
	expect(pathsOf(arrivals).slice(2).sort()).toEqual(['/things/a0', '/things/a1', '/things/b0']);
	expect(pathsOf(arrivals).slice(0, 2)).toEqual(['/token', '/token']);
	expect(sinceFirst(arrivals)[1]).toBeGreaterThanOrEqual(30_000);
});

it('users apart are not held up, nor is anybody when the vendor names no time', async () => {
	const arrivals = vendorAnswers(away(() => ({})));
	const user = account();
	const first = getThings(user, 1);
	const others = await Promise.all([getThings(user, 2, { name: 'b' }), getThings(account(), 2)]);
	expect(others.map(({ status }) => status)).toEqual(['success', 'success']);
	await first;
	expect(Math.max(...sinceFirst(arrivals))).toBeLessThan(SLACK);
});
