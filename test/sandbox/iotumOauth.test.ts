import type { Sandbox } from '../../sandbox/server';
import { http, refusal, useSandbox } from './harness';
import { BRANDS, post, postForm, signIn, type BrandName } from './iotumHarness';

const sandbox = useSandbox();

/** What an application sends to the authorization page. */
function authorization(running: Sandbox, brand: BrandName, change: object = {}) {
	const { clientId, redirectUri, scope } = running[brand].oauth;
	return {
		client_id: clientId,
		redirect_uri: redirectUri,
		response_type: 'code',
		scope,
		state: 'a state & more',
		...change,
	};
}

function form({ iotum: { oauth } }: Sandbox, fields: Record<string, string>) {
	return { client_id: oauth.clientId, client_secret: oauth.clientSecret, ...fields };
}

/** The user lets the application in; gives where the browser is led. */
async function authorize(brand: BrandName, change: Record<string, string> = {}): Promise<URL> {
	const { status, headers } = await postForm(sandbox()[brand].oauth.authorizeUrl, {
		...authorization(sandbox(), brand),
		host_id: '51',
		decision: 'authorize',
		...change,
	});
	expect(status).toBe(302);
	return new URL(headers['location']);
}

async function tokens(brand: BrandName = 'iotum') {
	const { oauth } = sandbox()[brand];
	const callback = await authorize(brand);
	const { data } = await postForm(oauth.accessTokenUrl, {
		client_id: oauth.clientId,
		client_secret: oauth.clientSecret,
		grant_type: 'authorization_code',
		code: callback.searchParams.get('code') ?? '',
		redirect_uri: oauth.redirectUri,
	});
	return data;
}

const products = (token: string, body: object = {}, brand: BrandName = 'iotum') =>
	post(sandbox(), brand, 'subscription/fetch_products', body, {
		authorization: `Bearer ${token}`,
	});

describe.each(BRANDS)('OAuth2 of %s', (brand) => {
	test('the page asks, and authorizing leads back with a code and the state', async () => {
		const { oauth } = sandbox()[brand];
		const params = authorization(sandbox(), brand);
		const { status, data } = await http.get(oauth.authorizeUrl, { params });
		expect(status).toBe(200);
		expect(data).toContain('Let Workflow Automation use your account?');
		expect(data).toContain('name="state" value="a state &amp; more"');

		const callback = await authorize(brand);
		expect(`${callback.origin}${callback.pathname}`).toBe(oauth.redirectUri);
		expect(callback.searchParams.get('state')).toBe('a state & more');
		expect(callback.searchParams.get('code')).toMatch(/^[0-9a-f]{64}$/);
	});

	test('the code buys a token pair, and the Bearer header replaces auth_token', async () => {
		const pair = await tokens(brand);
		expect(pair).toEqual({
			access_token: expect.any(String),
			token_type: 'Bearer',
			expires_in: 7200,
			refresh_token: expect.any(String),
			scope: 'read write',
			created_at: expect.any(Number),
		});
		expect((await products(pair.access_token, {}, brand)).status).toBe(200);
	});
});

describe('authorization', () => {
	test('denied leads back with an error', async () => {
		const callback = await authorize('iotum', { decision: 'deny' });
		expect(callback.searchParams.get('error')).toBe('access_denied');
		expect(callback.searchParams.get('code')).toBeNull();
	});

	test.each([{ client_id: 'someone' }, { redirect_uri: 'http://localhost:5678/other' }])(
		'with %p leads nowhere',
		async (change) => {
			const { oauth } = sandbox().iotum;
			const params = authorization(sandbox(), 'iotum', change);
			const { status, headers } = await http.get(oauth.authorizeUrl, { params });
			expect(status).toBe(400);
			expect(headers['location']).toBeUndefined();
			expect(
				(await postForm(oauth.authorizeUrl, { ...params, decision: 'authorize' })).status,
			).toBe(400);
		},
	);

	test.each([
		[{ scope: 'read' }, 'invalid_scope'],
		[{ scope: undefined }, 'invalid_scope'],
		[{ response_type: 'password' }, 'unsupported_response_type'],
	])('with %p leads back with %s', async (change, error) => {
		const { oauth } = sandbox().iotum;
		const params = authorization(sandbox(), 'iotum', change);
		const { status, headers } = await http.get(oauth.authorizeUrl, { params });
		expect(status).toBe(302);
		expect(new URL(headers['location']).searchParams.get('error')).toBe(error);
	});

	test('callbacks can be registered', async () => {
		await sandbox().control.iotum.setOauthCallbacks(['http://127.0.0.1:9/callback']);
		const callback = await authorize('iotum', { redirect_uri: 'http://127.0.0.1:9/callback' });
		expect(callback.port).toBe('9');
	});

	test('the implicit grant gives an access token in the fragment, and no refresh token', async () => {
		const callback = await authorize('iotum', { response_type: 'token' });
		const fragment = new URLSearchParams(callback.hash.slice(1));
		expect(callback.search).toBe('');
		expect([...fragment.keys()]).toEqual(['access_token', 'token_type', 'expires_in', 'state']);
		expect((await products(fragment.get('access_token') ?? '')).status).toBe(200);
	});
});

describe('the token endpoint', () => {
	test('takes a code once, in time, and with its own callback', async () => {
		const { oauth } = sandbox().iotum;
		const buy = async (code: string, change: Record<string, string> = {}) => {
			const fields = { grant_type: 'authorization_code', code, redirect_uri: oauth.redirectUri };
			return postForm(oauth.accessTokenUrl, form(sandbox(), { ...fields, ...change }));
		};
		const code = async () => (await authorize('iotum')).searchParams.get('code') ?? '';

		const first = await code();
		expect((await buy(first, { redirect_uri: 'http://localhost/other' })).data).toEqual({
			error: 'invalid_grant',
		});
		expect((await buy(first)).status).toBe(200);
		expect((await buy(first)).status).toBe(400);
		const late = await code();
		await sandbox().control.advanceClock({ minutes: 10 });
		expect((await buy(late)).data.error).toBe('invalid_grant');
		expect((await buy(late, { grant_type: 'password' })).data.error).toBe('unsupported_grant_type');
	});

	test('knows its client, by form or Basic header', async () => {
		const { oauth } = sandbox().iotum;
		const { refreshToken } = await sandbox().control.iotum.issueTokens();
		const fields = { grant_type: 'refresh_token', refresh_token: refreshToken };
		const wrong = { ...form(sandbox(), fields), client_secret: 'wrong' };
		expect(await postForm(oauth.accessTokenUrl, wrong)).toMatchObject({
			status: 401,
			data: { error: 'invalid_client' },
		});
		const basic = Buffer.from(`${oauth.clientId}:${oauth.clientSecret}`).toString('base64');
		const headers = { authorization: `Basic ${basic}` };
		expect((await postForm(oauth.accessTokenUrl, fields, headers)).status).toBe(200);
	});

	test('a refresh gives a new pair and ends the old one', async () => {
		const { oauth } = sandbox().iotum;
		const old = await tokens();
		const refresh = (refresh_token: string) =>
			postForm(
				oauth.accessTokenUrl,
				form(sandbox(), { grant_type: 'refresh_token', refresh_token }),
			);
		const { data: renewed } = await refresh(old.refresh_token);
		expect((await products(renewed.access_token)).status).toBe(200);
		expect((await products(old.access_token)).status).toBe(401);
		expect((await refresh(old.refresh_token)).data.error).toBe('invalid_grant');
		expect((await refresh(renewed.refresh_token)).status).toBe(200);
	});

	test('revoking ends the authorization as a whole', async () => {
		const { oauth } = sandbox().iotum;
		const pair = await tokens();
		expect(
			await postForm(oauth.revokeUrl, form(sandbox(), { token: pair.access_token })),
		).toMatchObject({ status: 200, data: {} });
		expect(refusal(await products(pair.access_token))).toEqual({
			status: 401,
			message: 'Invalid token',
		});
		const refresh = { grant_type: 'refresh_token', refresh_token: pair.refresh_token };
		expect((await postForm(oauth.accessTokenUrl, form(sandbox(), refresh))).status).toBe(400);
	});
});

describe('a Bearer token', () => {
	test('acts for the account that authorized, within its role', async () => {
		const { access_token } = await tokens();
		const answer = await post(
			sandbox(),
			'iotum',
			'company/fetch_all',
			{},
			{ authorization: `Bearer ${access_token}` },
		);
		expect(answer.status).toBe(403);
		const { accessToken } = await sandbox().control.iotum.issueTokens({ hostId: 52 });
		expect(refusal(await products(accessToken))).toEqual({
			status: 403,
			message: 'A HOST may not use this method',
		});
	});

	test('expires, and can be issued as expired', async () => {
		const { accessToken } = await sandbox().control.iotum.issueTokens();
		expect((await products(accessToken)).status).toBe(200);
		await sandbox().control.advanceClock({ hours: 2 });
		expect((await products(accessToken)).status).toBe(401);
		const late = await sandbox().control.iotum.issueTokens({ expired: true });
		expect(refusal(await products(late.accessToken))).toEqual({
			status: 401,
			message: 'Session expired',
		});
	});

	test('is refused beside an auth_token, and when it is revoked or nonsense', async () => {
		const { accessToken } = await sandbox().control.iotum.issueTokens();
		const auth_token = await signIn(sandbox());
		expect((await products(accessToken, { auth_token })).status).toBe(400);
		expect((await products('nonsense')).status).toBe(401);
		await sandbox().control.iotum.revokeTokens();
		expect((await products(accessToken)).status).toBe(401);
	});
});
