import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { useOAuth2 } from './oAuth2';

const { setup: iotum, connect, run } = useOAuth2();

const RECONNECT = 'Open the credential and connect the account again';
const REJECTED = 'Iotum rejected the OAuth2 authorization, which may have been revoked';

describe('an authorization that was revoked', () => {
	it.each([
		['and whose access token had not expired', false],
		['and whose access token has expired', true],
	])('%s is told with what to do, and without a token', async (_, expired) => {
		const { vendor, access } = iotum();
		const { accessToken, refreshToken } = await connect({ expired });
		await vendor.revokeTokens();
		const { error, logs, json } = await run('company.get', { companyId: 5 });
		expect(json).toEqual([]);
		expect(error?.message).toContain(REJECTED);
		expect(error?.description).toContain(RECONNECT);
		for (const secret of [accessToken, refreshToken, access.oauth.clientSecret]) {
			expect(JSON.stringify([error, logs])).not.toContain(secret);
		}
	});

	it('fails each item on its own with Continue On Fail', async () => {
		const { vendor } = iotum();
		await connect();
		await vendor.revokeTokens();
		const { json } = await iotum().run('company.get', {
			inputs: { authentication: 'oAuth2', companyId: 5 },
			items: [{}, {}],
			continueOnFail: true,
		});
		expect(json).toEqual(
			[0, 1].map((item) => ({
				error: expect.stringContaining(`[item ${item}]`),
				message: expect.stringContaining(RECONNECT),
			})),
		);
	});

	it('works again after the user has connected the account again', async () => {
		await connect();
		await iotum().vendor.revokeTokens();
		await run('company.get', { companyId: 5 });
		await connect();
		expect((await run('company.get', { companyId: 5 })).json).toMatchObject([{ company_id: 5 }]);
	});
});

it('does not take the client secret to a sign-in address without https', async () => {
	const { access, control, engine } = iotum();
	const { credential } = await connect({ expired: true });
	// Another name of this machine, which does not count as such.
	const oauthBaseUrl = access.baseUrl.replace('127.0.0.1', '0.0.0.0');
	engine.credentials.iotumOAuth2Api = { ...credential, oauthBaseUrl };
	const { error } = await run('company.get', { companyId: 5 });
	expect(error).toBeDefined();
	expect(await control.requests({ path: '/oauth/*' })).toEqual([]);

	engine.credentials.iotumOAuth2Api = { ...credential, oauthBaseUrl: ` ${access.baseUrl}/ ` };
	expect((await run('company.get', { companyId: 5 })).json).toMatchObject([{ company_id: 5 }]);
	expect(await control.requests({ path: '/oauth/*' })).toHaveLength(1);
});

it('says that an account which was never connected has to be connected', async () => {
	const { credential } = await connect();
	Reflect.deleteProperty(credential, 'oauthTokenData');
	const { error } = await run('company.get', { companyId: 5 });
	expect(error?.message).toMatch(/not connected/i);
	expect(error?.description).toMatch(/connect/i);
	expect(await iotum().control.requests()).toEqual([]);
});

it('says what is wrong when the client is no longer known to the vendor', async () => {
	await connect({ expired: true }, { clientSecret: 'an-old-client-secret' });
	const { error, logs } = await run('company.get', { companyId: 5 });
	expect(error?.message).toMatch(/OAuth2|client/);
	expect(error?.description).toMatch(/credential/);
	expect(JSON.stringify([error, logs])).not.toContain('an-old-client-secret');
});

it('does not send the token to another address than that of the credential', async () => {
	const { control } = iotum();
	await connect();
	await control.fault({ kind: 'redirect', location: 'https://evil.example/', path: '*/fetch' });
	const { error } = await run('company.get', { companyId: 5 });
	expect(error?.message).toBe('Iotum redirected the request [item 0]');
});

describe('the test of the credential', () => {
	const press = async (changes: ICredentialDataDecryptedObject = {}, hostId?: number) => {
		const { credential } = await connect({ hostId });
		return await iotum().engine.testCredential('iotumOAuth2Api', { ...credential, ...changes });
	};

	it.each([
		['reseller admin', 11],
		['company admin', 51],
	])('passes for a %s, with one read that changes nothing', async (_, hostId) => {
		expect(await press({}, hostId)).toEqual({ status: 'OK', message: 'Connection successful!' });
		const requests = await iotum().control.requests();
		expect(requests.map(({ path }) => path)).toEqual([
			expect.stringMatching(/^\/enterprise_api\/\w+\/fetch_\w+$/),
		]);
	});

	it('does not pass for a host, who may use nothing of it', async () => {
		expect(await press({}, 52)).toMatchObject({ status: 'Error' });
	});

	it('passes after n8n has renewed an access token that has expired', async () => {
		const { credential } = await connect({ expired: true });
		const { engine } = iotum();
		expect(await engine.testCredential('iotumOAuth2Api', credential)).toMatchObject({
			status: 'OK',
		});
	});

	it('does not pass when the authorization was revoked', async () => {
		const { credential } = await connect();
		await iotum().vendor.revokeTokens();
		const { engine } = iotum();
		expect(await engine.testCredential('iotumOAuth2Api', credential)).toMatchObject({
			status: 'Error',
		});
	});

	it('sends no token to an address that is not https', async () => {
		// Another name of this machine, which does not count as such.
		const baseUrl = iotum().access.baseUrl.replace('127.0.0.1', '0.0.0.0');
		expect(await press({ baseUrl })).toMatchObject({ status: 'Error' });
		expect(await iotum().control.requests()).toEqual([]);
	});
});
