import { useOAuth2 } from '../Iotum/oAuth2';
import { received } from '../Iotum/requests';
import { call } from './calls';

const { setup: vivoMeetings, connect, run } = useOAuth2('vivoMeetings');

it('sends the access token as Bearer, and neither a token in the body nor a sign-in', async () => {
	const { control, access } = vivoMeetings();
	const { accessToken, refreshToken } = await connect();
	const { json, error, logs } = await run('company.get', { companyId: '5' });
	expect(error).toBeUndefined();
	expect(json).toMatchObject([{ company_id: 5, subdomain: 'acme' }]);
	const requests = await control.requests();
	expect(received(requests)).toEqual([call('company/fetch', { company_id: 5 })]);
	expect(requests.map(({ body }) => body)).toEqual([{ company_id: 5 }]);
	expect(requests[0]?.headers).toMatchObject({ authorization: `Bearer ${accessToken}` });
	for (const secret of [accessToken, refreshToken, access.oauth.clientSecret]) {
		expect(JSON.stringify([json, logs])).not.toContain(secret);
	}
});

it('acts as the account that was connected', async () => {
	await connect({
		hostId: vivoMeetings().access.companyAdmin.hostId,
	});
	const { error } = await run('company.getAll');
	expect(error).toMatchObject({
		message:
			'VivoMeetings allows this only to reseller admins, within their own reseller: A COMPANY_ADMIN may not use this method [item 0]',
		httpCode: '403',
	});
	const { json } = await run('host.getAll');
	expect(json.map(({ host_id: id }) => id)).toEqual([51, 52, 53]);
});

it('renews an access token that has expired, and stores the new one', async () => {
	const { control, engine } = vivoMeetings();
	const { accessToken } = await connect({ expired: true });
	const { json, error } = await run('company.get', { companyId: '5' });
	expect(error).toBeUndefined();
	expect(json).toMatchObject([{ company_id: 5 }]);
	const requests = await control.requests();
	expect(requests.map(({ path, status }) => [path, status])).toEqual([
		['/enterprise_api/company/fetch', 401],
		['/oauth/token', 200],
		['/enterprise_api/company/fetch', 200],
	]);
	const renewed = String(requests[2]?.headers['authorization']).replace('Bearer ', '');
	expect(renewed).not.toBe(accessToken);
	expect(engine.credentials['vivoMeetingsOAuth2Api']?.['oauthTokenData']).toMatchObject({
		access_token: renewed,
	});
});

it('connects at another address than that of the API when one is given', async () => {
	const { control, access } = vivoMeetings();
	const oauthBaseUrl = access.baseUrl.replace('127.0.0.1', 'localhost');
	expect(oauthBaseUrl).not.toBe(access.baseUrl);
	await connect({ expired: true }, { oauthBaseUrl: `${oauthBaseUrl}/` });
	const { error } = await run('company.get', { companyId: '5' });
	expect(error).toBeUndefined();
	const requests = await control.requests();
	const hosts = requests.map(({ path, headers }) => [path, `http://${String(headers['host'])}`]);
	expect(hosts).toEqual([
		['/enterprise_api/company/fetch', access.baseUrl],
		['/oauth/token', oauthBaseUrl],
		['/enterprise_api/company/fetch', access.baseUrl],
	]);
});

it('sends an empty body as a JSON dictionary', async () => {
	const { control } = vivoMeetings();
	await connect();
	const { json, error } = await run('company.getAll');
	expect(error).toBeUndefined();
	expect(json).toHaveLength(3);
	expect(received(await control.requests())).toEqual([call('company/fetch_all')]);
});

it('asks to connect the account again when the authorization was revoked, and tries no more', async () => {
	const { vendor, control } = vivoMeetings();
	const { accessToken, refreshToken } = await connect();
	await vendor.revokeTokens();
	const { error, logs } = await run('company.get', { companyId: '5' });
	expect(`${error?.message} ${error?.description}`).toMatch(/connect the account again|reconnect/);
	expect(error?.message).toContain('[item 0]');
	const requests = await control.requests();
	expect(requests.map(({ path, status }) => [path, status])).toEqual([
		['/enterprise_api/company/fetch', 401],
		['/oauth/token', 400],
	]);
	for (const secret of [accessToken, refreshToken]) {
		expect(JSON.stringify([error, logs])).not.toContain(secret);
	}
});
