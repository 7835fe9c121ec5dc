import type { StoredCredential } from '../../../scripts/n8n/client';
import { client, n8n, see } from '../setup';
import { CALLBACK, connectAccount, shownData } from './connect';
import { runWith } from './runWith';
import { useAccounts } from './setup';

// The user enters the application, presses "Connect my account", allows it on the vendor's page and
// comes back to n8n. From then on workflows run by it.

const accounts = useAccounts();

const READ = '/enterprise_api/company/fetch';
const RENEWAL = '/oauth/token';

describe.each([
	['iotum', 'iotumOAuth2Api'],
	['vivoMeetings', 'vivoMeetingsOAuth2Api'],
] as const)(`%s by OAuth2 in n8n ${n8n.major}`, (brand, type) => {
	let credential: StoredCredential;
	beforeEach(async () => {
		const { control, credentials } = accounts();
		await control[brand].setOauthCallbacks([CALLBACK]);
		credential = await client.createCredential(type, type, credentials[type]);
	});

	/** Connects the account of the reseller's admin. */
	const connect = async () => {
		const { resellerAdminId } = accounts().sandbox[brand].fixtures;
		return await connectAccount(credential, resellerAdminId);
	};

	/** Looks up a company in a workflow, and what the vendor got. */
	const run = async (times?: number) => {
		const { control } = accounts();
		await control.clearRequests();
		const { json, error } = await runWith(credential, brand, times);
		const requests = await control.requests();
		const received = requests.map(({ path, status }) => `${path} ${status}`);
		return { json, error, received, authorization: requests.at(-1)?.headers.authorization };
	};

	const found = [expect.objectContaining({ company_id: 5, subdomain: 'acme' })];

	it('is connected by the vendor’s page, and works', async () => {
		const { page, end } = await connect();
		const { baseUrl, oauth } = accounts().sandbox[brand];
		expect(`${page.origin}${page.pathname}`).toBe(`${baseUrl}/oauth/authorize`);
		expect(Object.fromEntries(page.searchParams)).toEqual({
			client_id: oauth.clientId,
			redirect_uri: CALLBACK,
			response_type: 'code',
			scope: 'read,write',
			state: expect.any(String),
		});
		expect(end).not.toContain('Error');
		const { clientSecret, ...shown } = await shownData(credential);
		expect(shown).toEqual({ baseUrl, clientId: oauth.clientId, oauthTokenData: true });
		expect(clientSecret).not.toBe(oauth.clientSecret);
		const { json, error, received, authorization } = await run();
		expect(error).toBeUndefined();
		expect(json).toEqual(found);
		expect(received).toEqual([`${READ} 200`]);
		expect(authorization).toMatch(/^Bearer ./);
		see('run', brand);
	});

	it('works on when the access token has expired, which is renewed once', async () => {
		const { control } = accounts();
		await connect();
		const { authorization: first } = await run();
		await control.advanceClock({ hours: 3 });
		const renewed = await run();
		expect(renewed.error).toBeUndefined();
		expect(renewed.json).toEqual(found);
		expect(renewed.received).toEqual([`${READ} 401`, `${RENEWAL} 200`, `${READ} 200`]);
		expect(renewed.authorization).not.toBe(first);
		const { received, authorization } = await run();
		expect([received, authorization]).toEqual([[`${READ} 200`], renewed.authorization]);
		see('run', brand);
	});

	it('works on for ten items, several of which meet the expired token at the same time', async () => {
		await connect();
		await accounts().control.advanceClock({ hours: 3 });
		const { json, error, received } = await run(10);
		expect(error).toBeUndefined();
		expect(json).toHaveLength(10);
		expect(received.filter((line) => line === `${RENEWAL} 200`)).not.toEqual([]);
		expect(received.filter((line) => line === `${READ} 200`)).toHaveLength(10);
	});

	it('asks to connect an account that never was, and does not try again', async () => {
		const { error, received } = await run();
		expect(error?.message).toMatch(/not connected/);
		expect(error?.description).toMatch(/connect the account/);
		expect(received).toEqual([]);
	});

	it('fails when the user has revoked the authorization, and works when connected again', async () => {
		const { control, sandbox } = accounts();
		await connect();
		await control[brand].revokeTokens();
		const { error, received, authorization } = await run();
		expect(received).toEqual([`${READ} 401`, `${RENEWAL} 400`]);
		expect(error?.message).toMatch(
			/rejected the OAuth2 authorization, which may have been revoked/,
		);
		expect(error?.description).toMatch(/connect the account again/);
		for (const secret of [sandbox[brand].oauth.clientSecret, authorization].map(String)) {
			expect(JSON.stringify(error)).not.toContain(secret);
		}
		await connect();
		expect((await run()).json).toEqual(found);
	});

	it('is not connected when the user says no', async () => {
		const { resellerAdminId } = accounts().sandbox[brand].fixtures;
		const { end } = await connectAccount(credential, resellerAdminId, 'deny');
		expect(end).toContain('Error: Insufficient parameters for OAuth2 callback.');
		expect(end).toContain('access_denied');
		expect(await shownData(credential)).not.toHaveProperty('oauthTokenData');
	});

	it('is not connected with a wrong client secret, which n8n does not show', async () => {
		const { credentials } = accounts();
		const data = { ...credentials[type], clientSecret: 'wrong-client-secret' };
		credential = await client.createCredential(type, type, data);
		const { end } = await connect();
		expect(end).toContain('Error: Client authentication failed');
		expect(end).not.toContain('wrong-client-secret');
	});
});
