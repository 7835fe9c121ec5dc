import fc from 'fast-check';

import { mostInAMinute, usePaced } from './pacedNode';

// Whatever runs at the same time and however slow the vendor is: it never gets more than it takes.

const { newUser, vendorAnswers, getThings, time } = usePaced();

type FcValue<A> = A extends fc.Arbitrary<infer T> ? T : never;

/** One run of the node: how many items, how many at a time, and which of the user's credentials. */
const run = fc.record({
	items: fc.integer({ min: 1, max: 9 }),
	concurrent: fc.integer({ min: 1, max: 10 }),
	key: fc.constantFrom('first', 'second'),
	/** Milliseconds until it starts. */
	later: fc.integer({ min: 0, max: 90_000 }),
});
/** How long an answer takes in milliseconds, and what it is. */
const answer = fc.record({
	delay: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 40_000 })),
	status: fc.constantFrom(200, 200, 200, 404, 500),
});

/** Runs the node as often as that, all items going on whatever happens; gives the results. */
const runAll = async (user: string, requests: number, runs: Array<FcValue<typeof run>>) =>
	await Promise.all(
		runs.map(async ({ items, concurrent, key, later }, number) => {
			await time.pass(later);
			const options = { maxRetries: 1 };
			const more = { name: `${number}-`, concurrent, options, continueOnFail: true };
			return await getThings({ user, requests, key }, items, more);
		}),
	);

it('never more than the quota in any minute, whoever sends it, and everything gets its answer', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.integer({ min: 2, max: 8 }),
			fc.array(run, { minLength: 1, maxLength: 3 }),
			fc.array(answer, { minLength: 1, maxLength: 6 }),
			async (requests, runs, answers) => {
				const user = newUser();
				const arrivals = vendorAnswers(async ({ path }, index) => {
					const { delay, status } = answers[index % answers.length] ?? { delay: 0, status: 200 };
					await time.pass(delay);
					return path === '/token' || status === 200 ? {} : { status };
				});
				const results = await runAll(user, requests, runs);
				expect(mostInAMinute(arrivals)).toBeLessThanOrEqual(requests);
				expect(results.map(({ json }) => json.length)).toEqual(runs.map(({ items }) => items));
				const asked = new Set(arrivals.map(({ path }) => path));
				const wanted = runs.flatMap(({ items }, number) =>
					Array.from({ length: items }, (_none, index) => `/things/${number}-${index}`),
				);
				expect([...asked].filter((path) => path !== '/token').sort()).toEqual(wanted.sort());
				expect(time.waiting()).toBe(0);
			},
		),
		{ numRuns: 8 },
	);
}, 180_000);

it('after a 429 nothing is sent before the time it named, and the quota still holds', async () => {
	/** Milliseconds that a request may be on its way when time runs fast. */
	const onItsWay = 3000;
	await fc.assert(
		fc.asyncProperty(
			fc.integer({ min: 2, max: 8 }),
			fc.array(run, { minLength: 2, maxLength: 3 }),
			fc.array(fc.option(fc.integer({ min: 1, max: 90 })), { minLength: 2, maxLength: 6 }),
			async (requests, runs, pauses) => {
				const closed: Array<{ from: number; until: number }> = [];
				const arrivals = vendorAnswers((_arrival, index) => {
					const pause = pauses[index % pauses.length] ?? undefined;
					if (pause === undefined) return {};
					closed.push({ from: Date.now(), until: Date.now() + pause * 1000 });
					return { status: 429, headers: { 'x-ratelimit-reset': String(pause) } };
				});
				const results = await runAll(newUser(), requests, runs);
				expect(mostInAMinute(arrivals)).toBeLessThanOrEqual(requests);
				expect(results.map(({ json }) => json.length)).toEqual(runs.map(({ items }) => items));
				for (const { from, until } of closed) {
					const between = arrivals.filter(({ at }) => at > from + onItsWay && at < until);
					expect(between).toEqual([]);
				}
			},
		),
		{ numRuns: 8 },
	);
}, 180_000);
