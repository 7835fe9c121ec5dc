import { refusal, useSandbox } from './harness';
import { BRANDS, post, signedIn, signIn } from './iotumHarness';

const sandbox = useSandbox();

describe('signing in', () => {
	test('Iotum takes an API token, VivoMeetings an e-mail and a password', async () => {
		const { iotum, vivoMeetings, control } = sandbox();
		const { apiToken } = iotum.resellerAdmin;
		const { email, password } = vivoMeetings.resellerAdmin;
		expect(await post(sandbox(), 'iotum', 'authenticate', { api_token: apiToken })).toMatchObject({
			status: 200,
			data: { auth_token: expect.stringMatching(/^[0-9a-f-]{36}$/) },
		});
		expect(
			await post(sandbox(), 'vivoMeetings', 'authenticate', { email, password }),
		).toMatchObject({ status: 200 });
		expect(await control.iotum.signIns()).toEqual({ count: 1 });

		const otherWay = await post(sandbox(), 'iotum', 'authenticate', { email, password });
		expect(refusal(otherWay)).toEqual({
			status: 400,
			message: 'api_token is required; email is unknown; password is unknown',
		});
	});

	test.each([
		['an unknown API token', 'iotum', { api_token: 'wrong' }],
		[
			'a wrong password',
			'vivoMeetings',
			{ email: 'rita.reseller@vivomeetings.example', password: 'x' },
		],
		[
			'a host',
			'vivoMeetings',
			{ email: 'hanna.host@vivomeetings.example', password: 'Hanna-Host-1' },
		],
	] as const)('%s is refused', async (_case, brand, credentials) => {
		expect(refusal(await post(sandbox(), brand, 'authenticate', credentials))).toEqual({
			status: 401,
			message: 'Invalid credentials',
		});
		expect(await sandbox().control[brand].signIns()).toEqual({ count: 0 });
	});

	test('API tokens can be made and revoked while others stay valid', async () => {
		const { control, iotum } = sandbox();
		const { apiToken } = await control.iotum.createApiToken(iotum.fixtures.companyAdminId);
		const attempt = () => post(sandbox(), 'iotum', 'authenticate', { api_token: apiToken });
		expect((await attempt()).status).toBe(200);
		await control.iotum.revokeApiToken(apiToken);
		expect((await attempt()).status).toBe(401);
		expect(await signIn(sandbox())).toMatch(/-/);
	});
});

describe.each(BRANDS)('a session of %s', (brand) => {
	const lifetime = brand === 'iotum' ? 60 : 5;
	const path = 'subscription/fetch_products';

	test('is asked for, and only known ones count', async () => {
		expect(refusal(await post(sandbox(), brand, path, {}))).toEqual({
			status: 401,
			message: 'Missing auth_token',
		});
		expect(refusal(await post(sandbox(), brand, path, { auth_token: 'x' }))).toEqual({
			status: 401,
			message: 'Invalid token',
		});
	});

	test(`lives ${lifetime} minutes after its last successful use`, async () => {
		const { control } = sandbox();
		await control.setClock('2026-03-01T12:00:00Z', { frozen: true });
		const send = await signedIn(sandbox(), brand);
		await control.advanceClock({ minutes: lifetime - 1 });
		expect((await send(path)).status).toBe(200);
		await control.advanceClock({ minutes: lifetime - 1 });
		expect((await send(path)).status).toBe(200);
		await control.advanceClock({ minutes: lifetime });
		expect(refusal(await send(path))).toEqual({ status: 401, message: 'Session expired' });
		expect((await send(path)).data.message).toBe('Session expired');
	});

	test('does not live longer for a use that fails', async () => {
		const { control } = sandbox();
		await control.setClock('2026-03-01T12:00:00Z', { frozen: true });
		const send = await signedIn(sandbox(), brand);
		await control.advanceClock({ minutes: lifetime - 1 });
		expect((await send('host/fetch', { host_id: 9999 })).status).toBe(404);
		await control.advanceClock({ minutes: 1 });
		expect((await send(path)).status).toBe(401);
	});

	test('ends when the control says so', async () => {
		const send = await signedIn(sandbox(), brand);
		await sandbox().control[brand].expireSessions();
		expect((await send(path)).data.message).toBe('Session expired');
		await sandbox().control[brand].dropSessions();
		expect((await send(path)).data.message).toBe('Invalid token');
	});

	test('has a token that nothing is made of', async () => {
		const { control } = sandbox();
		const send = await signedIn(sandbox(), brand);
		const john = { name: 'John', email: 'john@acme.example' };
		await send('host/create', { company_id: 5, ...john });
		await send('host/update', { host_id: 52, name: 'Hanna' });
		await send('contact/create', { host_id: 52, contacts: [john] });
		const changed = await send('contact/update', { contact_id: 35, name: 'John' });
		expect(changed.status).toBe(200);
		const kept = [await control[brand].hosts(), await control[brand].contacts()];
		expect(JSON.stringify(kept)).not.toContain('auth_token');
		const [request] = await control.requests({ path: '*/host/update' });
		expect(request?.body).toHaveProperty('auth_token');
	});

	test('ends with its account', async () => {
		const { control, [brand]: access } = sandbox();
		const admin = await signedIn(sandbox(), brand, 'companyAdmin');
		const reseller = await signedIn(sandbox(), brand);
		await reseller('host/delete', { host_id: access.companyAdmin.hostId });
		expect(refusal(await admin(path))).toEqual({ status: 401, message: 'Invalid token' });
		expect((await control[brand].hosts()).map(({ id }) => id)).not.toContain(51);
	});
});

describe('roles', () => {
	test.each(BRANDS)('a Company Admin of %s may not use what is the reseller’s', async (brand) => {
		const send = await signedIn(sandbox(), brand, 'companyAdmin');
		for (const path of ['company/fetch_all', 'company/create', 'subscription/fetch']) {
			expect(refusal(await send(path))).toEqual({
				status: 403,
				message: 'A COMPANY_ADMIN may not use this method',
			});
		}
	});

	test('a Company Admin stays within the own company', async () => {
		const { otherHostId, otherCompanyId, hostId } = sandbox().iotum.fixtures;
		const send = await signedIn(sandbox(), 'iotum', 'companyAdmin');
		expect((await send('host/fetch', { host_id: hostId })).status).toBe(200);
		expect(await send('host/fetch', { host_id: otherHostId })).toMatchObject({
			status: 403,
			data: { message: 'Host 61 is beyond the scope of your role' },
		});
		const foreign = { company_id: otherCompanyId, slug: 'recording' };
		expect((await send('subscription/create', foreign)).status).toBe(403);
	});

	test('a Reseller Admin stays within the own reseller', async () => {
		const { otherHostId, foreignHostId, foreignCompanyId, subResellerId } =
			sandbox().iotum.fixtures;
		const send = await signedIn(sandbox());
		expect((await send('host/fetch', { host_id: otherHostId })).status).toBe(200);
		expect((await send('host/fetch', { host_id: foreignHostId })).status).toBe(403);
		expect((await send('company/fetch', { company_id: foreignCompanyId })).status).toBe(403);
		expect((await send('company/fetch', { company_id: 9999 })).status).toBe(404);
		const [below] = await sandbox().control.iotum.addCompanies({ resellerId: subResellerId });
		expect((await send('company/fetch', { company_id: below?.id })).status).toBe(403);
	});
});

describe('the form of a request', () => {
	test('is checked after the session and before the object', async () => {
		expect((await post(sandbox(), 'iotum', 'host/fetch', { nonsense: 1 })).status).toBe(401);
		const send = await signedIn(sandbox());
		expect(refusal(await send('host/fetch', { host_id: '52', hostId: 52 }))).toEqual({
			status: 400,
			message: 'hostId is unknown; host_id must be integer',
		});
		expect(refusal(await send('host/fetch'))).toEqual({
			status: 400,
			message: 'host_id is required',
		});
	});

	test('must be JSON, and the method the documented one', async () => {
		const { data, status } = await post(
			sandbox(),
			'iotum',
			'host/fetch',
			new URLSearchParams('a=b'),
		);
		expect(status).toBe(415);
		expect(data.message).toContain('application/json');
		const send = await signedIn(sandbox());
		expect((await send('company/nothing')).status).toBe(404);
	});

	test.each(BRANDS)('has nothing in the query, as %s’s samples do not', async (brand) => {
		const auth_token = await signIn(sandbox(), brand);
		const fetch = (query: string) =>
			post(sandbox(), brand, `host/fetch${query}`, { auth_token, host_id: 52 });
		expect((await fetch('')).status).toBe(200);
		for (const [query, message] of [
			[`?auth_token=${auth_token}`, 'auth_token is unknown'],
			['?host_id=52', 'host_id is unknown'],
		]) {
			expect(refusal(await fetch(query ?? ''))).toEqual({ status: 400, message });
		}
		const { email, password, apiToken } = sandbox()[brand].resellerAdmin;
		const credentials: Record<string, string> =
			brand === 'iotum' ? { api_token: apiToken } : { email, password };
		const query = new URLSearchParams(credentials).toString();
		expect((await post(sandbox(), brand, `authenticate?${query}`, credentials)).status).toBe(400);
	});

	test('what only the other brand has does not exist', async () => {
		const iotum = await signedIn(sandbox());
		const vivo = await signedIn(sandbox(), 'vivoMeetings');
		for (const path of ['domain/descendants', 'company/delete', 'subscription/suspend_all']) {
			expect((await vivo(path)).status).toBe(404);
			expect((await iotum(path)).status).not.toBe(404);
		}
		const host = { company_id: 5, name: 'A', email: 'a@b.example' };
		expect((await vivo('host/create', { ...host, waiting_room: true })).data.message).toBe(
			'waiting_room is unknown',
		);
		expect((await iotum('host/create', { ...host, waiting_room: true })).status).toBe(200);
	});
});
