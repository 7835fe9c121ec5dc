import { posted, received, signIns } from './requests';
import { useOAuth2 } from './oAuth2';

const { setup: iotum, connect, run } = useOAuth2();

const paths = async () =>
	(await iotum().control.requests()).map(({ path, status }) => `${path} ${status}`);

it('sends the access token as Bearer, no token in the body, and does not sign in', async () => {
	const { control } = iotum();
	const { accessToken } = await connect();
	const { json, error } = await run('company.get', { companyId: 5 });
	expect(error).toBeUndefined();
	expect(json).toMatchObject([{ company_id: 5, subdomain: 'acme' }]);
	const requests = await control.requests();
	expect(requests).toMatchObject([
		{ headers: { authorization: `Bearer ${accessToken}` }, body: { company_id: 5 } },
	]);
	expect(Object.keys(requests[0]?.body ?? {})).toEqual(['company_id']);
	expect(signIns(requests)).toBe(0);
});

it('works without inputs, with PUT, and through pages', async () => {
	const { vendor, control } = iotum();
	await connect();
	expect((await run('product.getAll')).json).toHaveLength(3);
	const plan = { companyId: 6, slug: 'large_plan', hostLimit: 7 };
	expect((await run('subscription.update', plan)).json).toMatchObject([{ success: true }]);
	await vendor.addConferences({ count: 23, held: true });
	const list = { hostId: 52, returnAll: true };
	expect((await run('host.getConferences', list)).json).toHaveLength(25);
	for (const { body } of await control.requests()) expect(body).not.toHaveProperty('auth_token');
});

it('acts as the account that was connected, within its role', async () => {
	await connect({ hostId: 51 });
	expect((await run('host.getAll')).json.map(({ host_id: id }) => id)).toEqual([51, 52, 53]);
	expect((await run('company.getAll')).error?.message).toBe(
		'Iotum allows this only to reseller admins, within their own reseller: A COMPANY_ADMIN may not use this method [item 0]',
	);
});

describe('an access token that has expired', () => {
	it('is renewed by n8n and the request is repeated', async () => {
		await connect({ expired: true });
		const { json, error } = await run('company.get', { companyId: 5 });
		expect(error).toBeUndefined();
		expect(json).toMatchObject([{ company_id: 5 }]);
		expect(await paths()).toEqual([
			'/enterprise_api/company/fetch 401',
			'/oauth/token 200',
			'/enterprise_api/company/fetch 200',
		]);
	});

	it('is stored anew, so that the next run needs no renewal', async () => {
		const { engine, control } = iotum();
		const { accessToken, refreshToken } = await connect({ expired: true });
		await run('company.get', { companyId: 5 });
		const { oauthTokenData } = engine.credentials.iotumOAuth2Api ?? {};
		expect(oauthTokenData).toMatchObject({
			access_token: expect.not.stringMatching(accessToken),
			refresh_token: expect.not.stringMatching(refreshToken),
		});
		await control.clearRequests();
		await run('company.get', { companyId: 5 });
		expect(received(await control.requests())).toEqual([
			posted('company/fetch', { company_id: 5 }),
		]);
	});

	it('is renewed once for many items that are worked on at the same time', async () => {
		await connect({ expired: true });
		const items = Array.from({ length: 20 }, (_, index) => ({ index }));
		const { json, error } = await run('company.get', { companyId: 5 }, items);
		expect(error).toBeUndefined();
		expect(json).toHaveLength(20);
		expect((await paths()).filter((path) => path.startsWith('/oauth/token'))).toEqual([
			'/oauth/token 200',
		]);
	});

	it('is renewed when it expires between two pages of a list', async () => {
		const { vendor, control } = iotum();
		await connect();
		await vendor.addConferences({ count: 28, held: true });
		const expired = { kind: 'status', status: 401, body: { message: 'Session expired' } } as const;
		await control.fault({ ...expired, path: '*/host/conferences', after: 1 });
		const { json, error } = await run('host.getConferences', { hostId: 52, returnAll: true });
		expect(error).toBeUndefined();
		expect(new Set(json.map(({ conference_id: id }) => id)).size).toBe(30);
	});

	it('makes nothing happen twice', async () => {
		const { vendor } = iotum();
		await connect({ expired: true });
		await run('host.resetPassword', { hostId: 52 });
		expect(await vendor.mails()).toHaveLength(1);
	});
});

it('keeps all tokens out of outputs and logs', async () => {
	const { access, engine } = iotum();
	const { accessToken, refreshToken } = await connect({ expired: true });
	const { json, logs } = await run('company.get', { companyId: 5 });
	const seen = JSON.stringify([json, logs]);
	const stored: unknown = engine.credentials.iotumOAuth2Api?.oauthTokenData;
	const renewed = Object(stored) as { access_token: string; refresh_token: string };
	const { clientSecret } = access.oauth;
	for (const secret of [
		accessToken,
		refreshToken,
		clientSecret,
		renewed.access_token,
		renewed.refresh_token,
	]) {
		expect(secret.length).toBeGreaterThan(10);
		expect(seen).not.toContain(secret);
	}
});
