import { sinceFirst, usePaced } from './pacedNode';

// Vendors without sessions, whose requests n8n signs, and vendors without a quota.

const SLACK = 5000;

describe('a vendor whose requests n8n signs', () => {
	const { newUser, vendorAnswers, getThings } = usePaced({ signIns: undefined });

	it('has its quota kept as well', async () => {
		const arrivals = vendorAnswers();
		await getThings({ user: newUser(), requests: 2 }, 3);
		expect(arrivals).toHaveLength(3);
		expect(sinceFirst(arrivals)[2]).toBeGreaterThanOrEqual(60_000);
	});
});

describe('a vendor without a quota', () => {
	const { newUser, vendorAnswers, getThings } = usePaced({ quota: undefined });

	it('gets everything at once, and a 429 holds up nobody else', async () => {
		const arrivals = vendorAnswers((_arrival, index) =>
			index === 0 ? { status: 429, headers: { 'x-ratelimit-reset': '30' } } : {},
		);
		const account = { user: newUser(), requests: 1, token: 'a #1' };
		const { json, hints } = await getThings(account, 20);
		expect([json.length, hints]).toEqual([20, []]);
		const since = sinceFirst(arrivals);
		expect(since[19]).toBeLessThan(SLACK);
		expect(since[20]).toBeGreaterThanOrEqual(30_000);
	});
});
