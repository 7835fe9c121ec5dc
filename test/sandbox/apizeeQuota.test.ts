import { apizee, error } from './apizeeHarness';
import { http, useSandbox } from './harness';

const sandbox = useSandbox();

beforeEach(() => sandbox().control.setClock('2026-12-01T12:00:00Z', { frozen: true }));

const control = () => sandbox().control.apizee;
const client = () => apizee(sandbox());
const statuses = async (count: number, from = client()) => {
	const found: number[] = [];
	for (let sent = 0; sent < count; sent++) found.push((await from.get('/users/me')).status);
	return found;
};

describe('the quota', () => {
	test('lets ten requests a minute through; the next is 429 and says when it works again', async () => {
		const first = await client().get('/users/me');
		expect(first.headers).toMatchObject({
			'x-ratelimit-limit': '10',
			'x-ratelimit-remaining': '9',
		});
		expect(first.headers).not.toHaveProperty('x-ratelimit-reset');
		await sandbox().control.advanceClock({ seconds: 20 });
		expect(await statuses(9)).toEqual(Array(9).fill(200));

		const refused = await client().get('/users/me');
		expect(error(refused)).toEqual({
			status: 429,
			error: 'More than 10 requests in 60 seconds.',
		});
		expect(refused.headers).toMatchObject({
			'x-ratelimit-remaining': '0',
			'x-ratelimit-reset': '40',
		});
		await sandbox().control.advanceClock({ seconds: 39 });
		expect(await statuses(1)).toEqual([429]);
		await sandbox().control.advanceClock({ seconds: 1 });
		expect(await statuses(11)).toEqual([...Array(10).fill(200), 429]);
	});

	test('is of all endpoints together, signing in and refused requests included', async () => {
		const { username, password } = sandbox().apizee.agent;
		const signIn = (secret: string) =>
			http.post(`${sandbox().apizee.baseUrl}/token`, undefined, {
				params: { grant_type: 'password', username, password: secret },
			});
		expect((await signIn(password)).headers['x-ratelimit-remaining']).toBe('9');
		expect((await signIn('wrong')).headers['x-ratelimit-remaining']).toBe('8');
		await client().get('/v3/tickets');
		await client().get('/tickets/1');
		const bad = await client().post('/tickets');
		expect(bad.status).toBe(400);
		expect(bad.headers['x-ratelimit-remaining']).toBe('5');
		expect(await statuses(5)).toEqual(Array(5).fill(200));
		expect((await signIn(password)).status).toBe(429);
		expect((await client().post('/tickets')).status).toBe(429);
	});

	test('is each user’s own, whatever the token', async () => {
		const { token } = await control().issueToken();
		await statuses(5);
		expect(await statuses(6, apizee(sandbox(), { token }))).toEqual([...Array(5).fill(200), 429]);
		const other = apizee(sandbox(), { token: sandbox().apizee.secondAgent.token });
		expect(await statuses(10, other)).toEqual(Array(10).fill(200));
	});

	test('counts for the control API, which can use it up like another process', async () => {
		await control().useQuota(9);
		expect(await statuses(3)).toEqual([200, 429, 429]);
		expect(await control().quota()).toMatchObject({
			settings: { enabled: true, limit: 10, seconds: 60, window: 'fixed' },
			users: [{ username: sandbox().apizee.agent.username, requests: 3, refused: 2, used: 10 }],
		});
		await control().clearQuota();
		expect((await control().quota()).users).toEqual([]);
		expect(await statuses(1)).toEqual([200]);
		await control().useQuota(10, { userId: sandbox().apizee.secondAgent.id });
		expect(await statuses(1)).toEqual([200]);
	});

	test('a fixed window is empty at once when it ends', async () => {
		await statuses(1);
		await sandbox().control.advanceClock({ seconds: 59 });
		await statuses(9);
		await sandbox().control.advanceClock({ seconds: 1 });
		expect(await statuses(11)).toEqual([...Array(10).fill(200), 429]);
	});

	test('a sliding window frees one request after the other', async () => {
		await control().setQuota({ window: 'sliding' });
		await statuses(1);
		await sandbox().control.advanceClock({ seconds: 59 });
		await statuses(9);
		const refused = await client().get('/users/me');
		expect(refused.headers['x-ratelimit-reset']).toBe('1');
		await sandbox().control.advanceClock({ seconds: 1 });
		const [, second] = [await client().get('/users/me'), await client().get('/users/me')];
		expect(second?.status).toBe(429);
		expect(second?.headers['x-ratelimit-reset']).toBe('59');
	});

	test('can say a Unix time stamp, have another limit, or be off', async () => {
		await control().setQuota({ limit: 2, seconds: 30, resetHeader: 'timestamp' });
		await statuses(2);
		const refused = await client().get('/users/me');
		expect(refused.status).toBe(429);
		expect(refused.headers['x-ratelimit-reset']).toBe(
			String(Date.parse('2026-12-01T12:00:30Z') / 1000),
		);
		await control().setQuota({ enabled: false });
		expect(await statuses(12)).toEqual(Array(12).fill(200));
		expect((await client().get('/users/me')).headers).not.toHaveProperty('x-ratelimit-limit');
		expect((await control().quota()).users[0]?.requests).toBe(16);
	});

	test('an expired token counts, an unknown one belongs to nobody, a fault is not counted', async () => {
		const { token } = await control().issueToken({ expiresIn: -1 });
		const expired = await apizee(sandbox(), { token }).get('/users/me');
		expect(expired.status).toBe(401);
		expect(expired.headers['x-ratelimit-remaining']).toBe('9');
		const unknown = await apizee(sandbox(), { token: 'unknown' }).get('/users/me');
		expect(unknown.status).toBe(401);
		expect(unknown.headers).not.toHaveProperty('x-ratelimit-remaining');
		await sandbox().control.fault({ vendor: 'apizee', kind: 'status', status: 500 });
		expect(await statuses(1)).toEqual([500]);
		expect((await control().quota()).users).toMatchObject([{ requests: 1 }]);
	});

	test('begins anew when the clock is set back', async () => {
		await statuses(10);
		await sandbox().control.setClock('2026-11-01T12:00:00Z');
		expect(await statuses(1)).toEqual([200]);
	});
});
