import { apizee, error, STAMP, unlimited } from './apizeeHarness';
import { http, useSandbox } from './harness';

const sandbox = useSandbox();

const form = (fields: Record<string, string>) => new URLSearchParams(fields);

function password(who: 'agent' | 'secondAgent' = 'agent') {
	const { username, password } = sandbox().apizee[who];
	return { grant_type: 'password', username, password };
}

const tokenUrl = () => `${sandbox().apizee.baseUrl}/token`;

describe('a token', () => {
	test.each([
		['the query', () => http.post(tokenUrl(), undefined, { params: password() })],
		['a form', () => http.post(tokenUrl(), form(password()))],
		['JSON', () => http.post(tokenUrl(), password())],
		[
			'the query of v3',
			() => http.post(tokenUrl().replace('/api/', '/api/v3/'), '', { params: password() }),
		],
	])('is given for a user name and a password in %s', async (_where, send) => {
		const { status, data } = await send();
		expect(status).toBe(200);
		expect(data).toEqual({
			access_token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
			created_at: expect.stringMatching(STAMP),
			expires_in: 86400,
		});
		const me = await apizee(sandbox(), { token: data.access_token }).get('/users/me');
		expect(me.data.username).toBe(sandbox().apizee.agent.username);
	});

	test('is given for an assertion', async () => {
		const grant_type = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
		const { assertion } = sandbox().apizee.secondAgent;
		const { data } = await http.post(tokenUrl(), form({ grant_type, assertion }));
		const me = await apizee(sandbox(), { token: data.access_token }).get('/users/me');
		expect(me.data.id).toBe(sandbox().apizee.secondAgent.id);

		const wrong = await http.post(tokenUrl(), form({ grant_type, assertion: 'a.b.c' }));
		expect(wrong.status).toBe(401);
		expect(error(await http.post(tokenUrl(), form({ grant_type })))).toEqual({
			status: 400,
			error: 'assertion is required',
		});
	});

	test.each([
		['no grant type', { grant_type: '' }, 400, /grant_type must be one of password, urn:/],
		['another one', { grant_type: 'client_credentials' }, 400, /grant_type must be/],
		['no user name', { username: '' }, 400, /username is required/],
		['no password', { password: '' }, 400, /password is required/],
		['a wrong password', { password: 'wrong' }, 401, /user name or password/],
		['an unknown user', { username: 'nobody@apizee.example' }, 401, /user name or password/],
		['an unknown field', { client_id: 'x' }, 400, /client_id is unknown/],
	])('%s is refused', async (_case, change, status, message) => {
		const answer = await http.post(tokenUrl(), form({ ...password(), ...change }));
		expect(error(answer)).toEqual({ status, error: expect.stringMatching(message) });
	});

	test('several of a user are valid at once, each for a day by the sandbox clock', async () => {
		await sandbox().control.apizee.setQuota({ enabled: false });
		await sandbox().control.setClock('2026-12-01T12:00:00Z', { frozen: true });
		const first = (await http.post(tokenUrl(), form(password()))).data.access_token;
		await sandbox().control.advanceClock({ hours: 1 });
		const second = (await http.post(tokenUrl(), form(password()))).data.access_token;
		const status = async (token: string) =>
			(await apizee(sandbox(), { token }).get('/users/me')).status;

		expect(first).not.toBe(second);
		expect([await status(first), await status(second)]).toEqual([200, 200]);
		await sandbox().control.setClock('2026-12-02T11:59:59Z');
		expect([await status(first), await status(second)]).toEqual([200, 200]);
		await sandbox().control.setClock('2026-12-02T12:00:00Z');
		expect([await status(first), await status(second)]).toEqual([401, 200]);
		const answer = await apizee(sandbox(), { token: first }).get('/users/me');
		expect(error(answer)).toEqual({ status: 401, error: 'The access token has expired.' });
	});

	test('can be revoked, and is unknown from then on', async () => {
		const { token } = await sandbox().control.apizee.issueToken();
		const client = apizee(sandbox(), { token });
		expect((await client.post('/token/revoke', { token })).status).toBe(400);
		expect(await client.post('/token/revoke')).toMatchObject({
			status: 200,
			data: { access_token: token },
		});
		expect(error(await client.get('/users/me'))).toEqual({
			status: 401,
			error: 'The access token is unknown or was revoked.',
		});
	});

	test('has to be sent as Bearer', async () => {
		const url = `${sandbox().apizee.baseUrl}/users/me`;
		const { token } = sandbox().apizee.agent;
		expect((await http.get(url)).status).toBe(401);
		expect((await http.get(`${url}?access_token=${token}`)).status).toBe(401);
		const basic = await http.get(url, { headers: { authorization: `Basic ${token}` } });
		expect(error(basic)).toEqual({ status: 401, error: 'The request has no Bearer token.' });
	});

	test('can be made, expired and dropped by the control API', async () => {
		const { apizee: control } = sandbox().control;
		const { token } = await control.issueToken({ userId: sandbox().apizee.secondAgent.id });
		const client = await unlimited(sandbox(), { token });
		expect((await client.get('/users/me')).data.name).toBe('Bruno Agent');
		const expired = await control.issueToken({ expiresIn: -1 });
		expect((await apizee(sandbox(), { token: expired.token }).get('/users/me')).status).toBe(401);

		await control.expireTokens();
		expect(error(await client.get('/users/me')).error).toMatch(/expired/);
		expect((await apizee(sandbox()).get('/users/me')).status).toBe(401);
		await control.revokeTokens();
		expect(error(await client.get('/users/me')).error).toMatch(/unknown/);

		await sandbox().control.reset();
		expect((await apizee(sandbox()).get('/users/me')).status).toBe(200);
	});
});

describe('users', () => {
	test('the caller sees itself and its enterprise, in one of two shapes', async () => {
		const { agent, fixtures } = sandbox().apizee;
		const client = apizee(sandbox());
		const { data } = await client.get('/users/me');
		expect(data).toEqual({
			id: agent.id,
			name: 'Alice Agent',
			username: agent.username,
			email: agent.username,
			enterprise: { id: fixtures.enterpriseId, name: 'Example Insurance' },
		});
		await sandbox().control.apizee.setSettings({ enterpriseOfUser: 'number' });
		const plain = (await client.get('/users/me')).data;
		expect(plain.enterprise_id).toBe(fixtures.enterpriseId);
		expect(plain).not.toHaveProperty('enterprise');
	});

	test('of the own enterprise are listed in pages of ten, with next_offset in v3', async () => {
		const client = await unlimited(sandbox());
		await sandbox().control.apizee.addUsers({ count: 23, name: 'More Agent' });
		const page = async (path: string) => (await client.get(path)).data;

		const first = await page('/enterprises/1/users');
		expect(Object.keys(first)).toEqual(['total', 'data']);
		expect(first.total).toBe(25);
		expect(first.data).toHaveLength(10);
		expect(Object.keys(first.data[0])).toEqual(['id', 'name', 'username', 'email']);
		expect(await page('/v3/enterprises/1/users?limit=20')).toMatchObject({
			total: 25,
			next_offset: 20,
		});
		const last = await page('/v3/enterprises/1/users?limit=20&offset=20');
		expect(last).toMatchObject({ total: 25, next_offset: null });
		expect(last.data).toHaveLength(5);
		expect((await page('/enterprises/1/users?search=BRUNO')).data).toHaveLength(1);
	});

	test('of another enterprise are forbidden, in both directions', async () => {
		expect(error(await apizee(sandbox()).get('/enterprises/2/users'))).toEqual({
			status: 403,
			error: 'Enterprise 2 is not yours.',
		});
		const foreign = apizee(sandbox(), { token: sandbox().apizee.foreignAgent.token });
		expect((await foreign.get('/enterprises/1/users')).status).toBe(403);
		expect((await foreign.get('/enterprises/2/users')).data.total).toBe(1);
		for (const like of ['%202', '0x2', '2.0', '02']) {
			expect((await foreign.get(`/enterprises/${like}/users`)).status).toBe(403);
		}
	});
});

describe('strictness', () => {
	test('unknown parameters are refused unless the sandbox is told to ignore them', async () => {
		const client = await unlimited(sandbox());
		expect(error(await client.get('/users/me?a=1&b=2'))).toEqual({
			status: 400,
			error: 'a is unknown; b is unknown',
		});
		await sandbox().control.apizee.setSettings({ ignoreUnknownParameters: true });
		expect((await client.get('/users/me?a=1&b=2')).status).toBe(200);
		expect((await client.get('/tickets?limit=ten&b=2')).status).toBe(400);
	});

	test('an unknown path is 404, a body that is not JSON 415', async () => {
		const client = apizee(sandbox());
		expect(error(await client.get('/nothing'))).toEqual({
			status: 404,
			error: 'No endpoint GET /api/nothing',
		});
		const answer = await client.post('/tickets', form({ agent: 'x' }));
		expect(answer.status).toBe(415);
	});

	test('faults and the request log work as for the other vendors', async () => {
		await sandbox().control.fault({ vendor: 'apizee', kind: 'status', status: 503 });
		const client = apizee(sandbox());
		expect((await client.get('/users/me')).status).toBe(503);
		expect((await client.get('/users/me?x=y')).status).toBe(400);
		const requests = await sandbox().control.requests({ vendor: 'apizee' });
		expect(requests).toMatchObject([
			{ host: 'api', path: '/api/users/me', status: 503, fault: 'status' },
			{ host: 'api', path: '/api/users/me', status: 400, query: { x: 'y' } },
		]);
	});
});
