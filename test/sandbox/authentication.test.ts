import {
	api,
	ARCHIVES,
	CONTRACTS,
	http,
	refusal,
	RESERVE,
	USERS,
	useSandbox,
	WEBHOOK,
} from './harness';

const sandbox = useSandbox();

describe('API keys', () => {
	test('a key is a JSON Web Token that is valid for two years', () => {
		const [header = '', claims = ''] = sandbox().flexperto.apiKey.split('.');
		const decode = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString());

		expect(decode(header)).toMatchObject({ typ: 'JWT' });
		const { iat, exp } = decode(claims);
		const issued = new Date(iat * 1000);
		issued.setUTCFullYear(issued.getUTCFullYear() + 2);
		expect(new Date(exp * 1000)).toEqual(issued);
	});

	test('without a key, or with one the platform has not issued, the answer is 401', async () => {
		const missing = await http.get(`${sandbox().flexperto.baseUrl}${USERS}`);
		expect(refusal(missing)).toEqual({ status: 401, message: expect.stringMatching(/missing/) });

		const tampered = `${sandbox().flexperto.apiKey.slice(0, -4)}AAAA`;
		for (const key of ['nonsense', 'a.b.c', tampered]) {
			const unknown = await api(sandbox(), { key }).get(USERS);
			expect(refusal(unknown)).toEqual({ status: 401, message: expect.stringMatching(/unknown/) });
		}
	});

	test('an expired key is refused with a text that says so', async () => {
		const { apiKey } = await sandbox().control.flexperto.createApiKey({ expiresInDays: -1 });
		const answer = await api(sandbox(), { key: apiKey }).get(USERS);
		expect(refusal(answer)).toEqual({ status: 401, message: expect.stringMatching(/expired/) });
	});

	test('a key expires by the sandbox clock', async () => {
		const { apiKey, expiresAt } = await sandbox().control.flexperto.createApiKey({
			expiresInDays: 5,
		});
		const client = api(sandbox(), { key: apiKey });
		expect((await client.get(USERS)).status).toBe(200);

		await sandbox().control.setClock(expiresAt);
		expect((await client.get(USERS)).status).toBe(401);
	});

	test('the administrator key outlives a reset', async () => {
		await sandbox().control.reset();
		expect((await api(sandbox()).get(USERS)).status).toBe(200);
	});
});

describe('who may do what', () => {
	test('archives, webhooks and users are for administrators only', async () => {
		const { apiKey } = await sandbox().control.flexperto.createApiKey({ role: 'EXPERT' });
		const expert = api(sandbox(), { key: apiKey });
		const answers = await Promise.all([
			expert.get(ARCHIVES),
			expert.get(`${ARCHIVES}/some`),
			expert.get(`${ARCHIVES}/some/download`),
			expert.post(`${ARCHIVES}/some/abandon`),
			expert.post(WEBHOOK, {}),
			expert.get(USERS),
			expert.post(USERS, {}),
		]);
		expect(answers.map(({ status }) => status)).toEqual(Array(7).fill(403));
	});

	test('an administrator who acts as an expert has the rights of the expert', async () => {
		const expert = await sandbox().control.flexperto.createUser();
		const answer = await api(sandbox(), { userId: expert.id }).get(ARCHIVES);
		expect(answer.status).toBe(403);
	});

	test('meetings and contract sessions want x-user-id', async () => {
		const client = api(sandbox());
		const session = `${CONTRACTS}/sessions`;
		const answers = [
			await client.post(RESERVE, {}),
			await client.post(`${session}/initiate`, {}),
			await client.get(`${session}/1/documents/upload-url`),
			await client.post(`${session}/1/documents/attach`, {}),
			await client.get(`${session}/1/handover`),
			await client.get(`${session}/1/documents-archive`),
			await client.get(`${session}/1/audit-report`),
		];
		for (const answer of answers) {
			expect(refusal(answer)).toEqual({
				status: 400,
				message: expect.stringMatching(/x-user-id header is missing/),
			});
		}
	});

	test.each([
		['a user who does not exist', '999', 403, /no such user/],
		['something that is no number', 'max', 400, /must be the number/],
	])('x-user-id with %s is refused', async (_case, userId, status, message) => {
		const answer = await api(sandbox(), { userId }).post(RESERVE, {});
		expect(refusal(answer)).toEqual({ status, message: expect.stringMatching(message) });
	});

	test('only confirmed experts can be acted for', async () => {
		const { flexperto } = sandbox().control;
		const customer = await flexperto.createUser({ roles: ['CUSTOMER'] });
		const unconfirmed = await flexperto.createUser({ confirmed: false });

		const asCustomer = await api(sandbox(), { userId: customer.id }).post(RESERVE, {});
		expect(refusal(asCustomer)).toEqual({
			status: 403,
			message: expect.stringMatching(/not an expert/),
		});
		const asUnconfirmed = await api(sandbox(), { userId: unconfirmed.id }).post(RESERVE, {});
		expect(refusal(asUnconfirmed)).toEqual({
			status: 403,
			message: expect.stringMatching(/not confirmed/),
		});
	});

	test("an expert's own key acts for the expert and for nobody else", async () => {
		const { flexperto } = sandbox().control;
		const { apiKey } = await flexperto.createApiKey({ role: 'EXPERT' });
		const other = await flexperto.createUser();
		const body = {
			access_link_not_before: '2026-01-01T10:00:00.000Z',
			access_link_valid_until: '2026-01-01T11:00:00.000Z',
			participants: [{}],
		};

		const own = await api(sandbox(), { key: apiKey }).post(RESERVE, body);
		expect(own.status).toBe(201);
		const foreign = await api(sandbox(), { key: apiKey, userId: other.id }).post(RESERVE, body);
		expect(refusal(foreign)).toEqual({ status: 403, message: expect.stringMatching(/its owner/) });
	});
});

describe('strictness', () => {
	test('unknown endpoints, methods and query parameters are refused', async () => {
		const client = api(sandbox());
		expect((await client.get('/api/v2/users/me')).status).toBe(404);
		expect((await client.put(USERS, {})).status).toBe(404);
		expect((await client.head(`${CONTRACTS}/sessions/1/handover`)).status).toBe(404);
		const answer = await client.get(`${USERS}?page=2`);
		expect(refusal(answer)).toEqual({ status: 400, message: 'page is unknown' });
	});

	test('a body must be JSON that parses and says that it is JSON', async () => {
		const client = api(sandbox());
		const form = await client.post(USERS, 'a=b');
		expect(form.status).toBe(415);
		const broken = await client.post(USERS, '{"firstName":', {
			headers: { 'content-type': 'application/json' },
		});
		expect(broken.status).toBe(400);
	});
});
