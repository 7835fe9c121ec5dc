import { pathsOf, sinceFirst, usePaced, type Arrival } from './pacedNode';

// "Stop execution" in the editor while requests wait for their place in the vendor's quota.

const { newUser, vendorAnswers, getThings, time } = usePaced();

const SLACK = 5000;
const account = (requests = 1) => ({ user: newUser(), requests, token: 'a #1' });

/** Starts a run, stops it after so many milliseconds, and tells how long it took to end then. */
async function stopped(after: number, ...[user, count, more]: Parameters<typeof getThings>) {
	const stop = new AbortController();
	const running = getThings(user, count, { ...more, signal: stop.signal });
	await time.pass(after);
	const at = Date.now();
	stop.abort();
	const { status } = await running;
	return { status, took: Date.now() - at };
}

async function until(condition: () => boolean) {
	while (!condition()) await time.pass(500);
}

/** Lets time pass until whatever waited would have gone out. */
const minutes = async (count: number) => await time.pass(count * 61_000);

it('a run that waits for a place ends at once, and sends nothing any more', async () => {
	const arrivals = vendorAnswers();
	const { status, took } = await stopped(10_000, account(), 5);
	expect(status).toBe('canceled');
	expect(took).toBeLessThan(SLACK);
	await minutes(5);
	expect(pathsOf(arrivals)).toEqual(['/things/a0']);
});

it('holds nothing alive when it was stopped', async () => {
	vendorAnswers();
	await stopped(10_000, account(), 5);
	expect(time.waiting()).toBe(0);
});

it('a run that waits behind others ends at once, and the others keep their turns', async () => {
	const arrivals = vendorAnswers();
	const user = account();
	const before = getThings(user, 2, { name: 'before' });
	await until(() => arrivals.length === 1);
	// A credential with a higher quota: there is a place for these as soon as it is their turn.
	const larger = { ...user, requests: 10 };
	const middle = stopped(20_000, larger, 3, { name: 'middle' });
	await time.pass(5000);
	const after = getThings(larger, 1, { name: 'after' });
	const { status, took } = await middle;
	expect(status).toBe('canceled');
	expect(took).toBeLessThan(SLACK);
	await Promise.all([before, after]);
	await minutes(2);
	const sent = ['before0', 'before1', 'after0'];
	expect(pathsOf(arrivals).sort()).toEqual(sent.map((name) => `/things/${name}`).sort());
	expect(Math.max(...sinceFirst(arrivals))).toBeLessThan(60_000 + SLACK);
});

it('the one at the head of the queue ends, and the next takes its place at once', async () => {
	const arrivals = vendorAnswers();
	const user = account();
	await getThings(user, 1, { name: 'first' });
	const head = stopped(20_000, user, 1, { name: 'head' });
	await time.pass(1000);
	const next = getThings(user, 1, { name: 'next' });
	expect((await head).status).toBe('canceled');
	await next;
	expect(pathsOf(arrivals)).toEqual(['/things/first0', '/things/next0']);
	expect(sinceFirst(arrivals)[1]).toBeLessThan(60_000 + SLACK);
});

it('one that waits for the answer of another run ends at once', async () => {
	const arrivals = vendorAnswers(async () => {
		await time.pass(50_000);
		return {};
	});
	const user = account();
	const other = getThings(user, 1, { name: 'other' });
	await until(() => arrivals.length === 1);
	const { status, took } = await stopped(5000, user, 1);
	expect(status).toBe('canceled');
	expect(took).toBeLessThan(SLACK);
	expect((await other).status).toBe('success');
	expect(pathsOf(arrivals)).toEqual(['/things/other0']);
});

it('one that waits until the vendor takes requests again ends at once', async () => {
	const arrivals: Arrival[] = vendorAnswers(() => ({
		status: 429,
		headers: { 'x-ratelimit-reset': '50' },
	}));
	const { status, took } = await stopped(10_000, account(10), 3);
	expect(status).toBe('canceled');
	expect(took).toBeLessThan(SLACK);
	const sent = arrivals.length;
	await minutes(2);
	expect(arrivals).toHaveLength(sent);
});

it('one whose sign-in waits for a place ends at once; the sign-in serves the others', async () => {
	const arrivals = vendorAnswers();
	const user = newUser();
	await getThings({ user, requests: 1, token: 'a #1' }, 1, { name: 'first' });
	const signIn = { user, requests: 1 };
	const first = stopped(10_000, signIn, 2);
	await time.pass(2000);
	const other = getThings(signIn, 1, { name: 'other', options: { maxRetries: 0 } });
	const { status, took } = await first;
	expect(status).toBe('canceled');
	expect(took).toBeLessThan(SLACK);
	expect((await other).status).toBe('success');
	expect(pathsOf(arrivals)).toEqual(['/things/first0', '/token', '/things/other0']);
	expect(sinceFirst(arrivals)[1]).toBeLessThan(60_000 + SLACK);
});
