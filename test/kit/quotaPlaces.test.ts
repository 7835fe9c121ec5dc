import { pathsOf, sinceFirst, usePaced } from './pacedNode';

// What takes a place in the vendor's quota, for how long, and who shares it.

const { newUser, vendorAnswers, getThings, time, url } = usePaced();

/** What an arrival or two may lag behind when time runs fast. */
const SLACK = 5000;

const things = (name: string, from: number, to: number) =>
	Array.from({ length: to - from + 1 }, (_none, index) => `/things/${name}${from + index}`);

it('as many as the vendor takes go out at once, the others a minute after, in the order of the items', async () => {
	const arrivals = vendorAnswers();
	const account = { user: newUser(), requests: 3, token: 'a #1' };
	const { status, json } = await getThings(account, 8);
	expect({ status, items: json.length }).toEqual({ status: 'success', items: 8 });
	const paths = pathsOf(arrivals);
	expect(paths.slice(0, 3).sort()).toEqual(things('a', 0, 2));
	expect(paths.slice(3, 6).sort()).toEqual(things('a', 3, 5));
	expect(paths.slice(6).sort()).toEqual(things('a', 6, 7));
	const since = sinceFirst(arrivals);
	expect(since[2]).toBeLessThan(SLACK);
	expect(since[3]).toBeGreaterThanOrEqual(60_000);
	expect(since[5]).toBeLessThan(60_000 + SLACK);
	expect(since[6]).toBeGreaterThanOrEqual(120_000);
	expect(since[7]).toBeLessThan(120_000 + SLACK);
});

it('whoever came first is served first, also among runs', async () => {
	const arrivals = vendorAnswers();
	const account = { user: newUser(), requests: 1, token: 'a #1' };
	const runs = [];
	for (const name of ['one', 'two', 'three']) {
		runs.push(getThings(account, 1, { name }));
		await time.pass(8000);
	}
	await Promise.all(runs);
	expect(pathsOf(arrivals)).toEqual(['/things/one0', '/things/two0', '/things/three0']);
});

it('a sign-in takes a place as well', async () => {
	const arrivals = vendorAnswers();
	await getThings({ user: newUser(), requests: 3 }, 3);
	expect(arrivals[0]?.path).toBe('/token');
	expect(pathsOf(arrivals.slice(1, 3)).sort()).toEqual(things('a', 0, 1));
	expect(arrivals[3]?.path).toBe('/things/a2');
	const since = sinceFirst(arrivals);
	expect(since[2]).toBeLessThan(SLACK);
	expect(since[3]).toBeGreaterThanOrEqual(60_000);
});

it('a place is taken for a minute from the answer on, however late that comes', async () => {
	const arrivals = vendorAnswers(async () => {
		await time.pass(45_000);
		return {};
	});
	await getThings({ user: newUser(), requests: 2, token: 'a #1' }, 3);
	const [first, second, third] = arrivals;
	expect((second?.at ?? NaN) - (first?.at ?? NaN)).toBeLessThan(SLACK);
	const earliest = Math.min(first?.answeredAt ?? NaN, second?.answeredAt ?? NaN);
	expect((third?.at ?? NaN) - earliest).toBeGreaterThanOrEqual(60_000);
	expect((third?.at ?? NaN) - earliest).toBeLessThan(60_000 + SLACK);
});

it('credentials of one user share the quota', async () => {
	const arrivals = vendorAnswers();
	const user = newUser();
	await Promise.all([
		getThings({ user, requests: 2, key: 'first', token: 'a #1' }, 2, { name: 'a' }),
		getThings({ user, requests: 2, key: 'second', token: 'a #2' }, 2, { name: 'b' }),
	]);
	const since = sinceFirst(arrivals);
	expect(since[1]).toBeLessThan(SLACK);
	expect(since[2]).toBeGreaterThanOrEqual(60_000);
});

it('another user, and the same name at another address, has a quota of its own', async () => {
	const arrivals = vendorAnswers();
	const [user, other] = [newUser(), newUser()];
	const elsewhere = url().replace('127.0.0.1', 'localhost');
	const results = await Promise.all([
		getThings({ user, requests: 2, token: 'a #1' }, 2),
		getThings({ user: other, requests: 2, token: 'b #1' }, 2),
		getThings({ user, requests: 2, token: 'a #1', baseUrl: elsewhere }, 2),
	]);
	expect(arrivals).toHaveLength(6);
	expect(Math.max(...sinceFirst(arrivals))).toBeLessThan(SLACK);
	expect(results.flatMap(({ hints }) => hints)).toEqual([]);
});

it('a request that nobody answers takes a place as well, and gives it back', async () => {
	const begun = Date.now();
	const nowhere = { user: newUser(), requests: 1, token: 'a #1', baseUrl: 'http://127.0.0.1:9' };
	const options = { maxRetries: 0 };
	const { json } = await getThings(nowhere, 2, { options, continueOnFail: true });
	expect(json.map(({ error }) => error)).toEqual([
		'Sample could not be reached [item 0]',
		'Sample could not be reached [item 1]',
	]);
	expect(Date.now() - begun).toBeGreaterThanOrEqual(60_000);
	expect(Date.now() - begun).toBeLessThan(60_000 + SLACK);
});

it.each([0, NaN])(
	'a quota of %p is one of a single request a minute, not of none',
	async (requests) => {
		const arrivals = vendorAnswers();
		const { status } = await getThings({ user: newUser(), requests, token: 'a #1' }, 2);
		expect(status).toBe('success');
		expect(sinceFirst(arrivals)[1]).toBeGreaterThanOrEqual(60_000);
	},
);

it('a clock that was set back by an hour makes nobody wait for an hour', async () => {
	vendorAnswers();
	const account = { user: newUser(), requests: 1, token: 'a #1' };
	await getThings(account, 1);
	time.skip(-3600_000);
	const asked = Date.now();
	expect((await getThings(account, 1)).status).toBe('success');
	expect(Date.now() - asked).toBeLessThan(60_000 + SLACK);
	time.skip(3600_000);
});

describe('the output says', () => {
	it('once that some had to wait, and what to do if the vendor takes more', async () => {
		vendorAnswers();
		const { hints } = await getThings({ user: newUser(), requests: 2, token: 'a #1' }, 5);
		const message =
			'Sample takes 2 requests a minute from each user, so some had to wait. If yours may send more, raise Requests per Minute in the credential.';
		expect(hints).toEqual([{ message, type: 'info', location: 'outputPane' }]);
	});

	it('nothing when none had to wait', async () => {
		vendorAnswers();
		const { hints } = await getThings({ user: newUser(), requests: 5, token: 'a #1' }, 5);
		expect(hints).toEqual([]);
	});
});

it('nothing is held alive when a run is over', async () => {
	vendorAnswers();
	await getThings({ user: newUser(), requests: 2 }, 5);
	expect(time.waiting()).toBe(0);
});
