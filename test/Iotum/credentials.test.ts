import { press, runWith } from './changedCredential';
import { received, signIns } from './requests';
import { useIotum } from './setup';

const iotum = useIotum();

const AUTHENTICATE = '/enterprise_api/authenticate';

describe('the test of the credential', () => {
	it.each(['resellerAdmin', 'companyAdmin'] as const)(
		'passes for the %s, by the sign-in alone',
		async (who) => {
			const { access, control } = iotum();
			const { apiToken } = access[who];
			expect(await press(iotum(), { apiToken })).toEqual({
				status: 'OK',
				message: 'Connection successful!',
			});
			const [request, ...more] = await control.requests();
			expect(more).toEqual([]);
			expect(request).toMatchObject({
				method: 'POST',
				path: AUTHENTICATE,
				body: { api_token: apiToken },
			});
			expect(Object.keys(request?.body ?? {})).toEqual(['api_token']);
		},
	);

	it.each([
		['that is wrong', async () => 'wrong'],
		['that was revoked', async () => await revoked()],
		['of a host who is no admin', async () => await tokenOf(52)],
		['that is empty', async () => ''],
	])('does not pass with a token %s', async (_, token) => {
		const { status, message } = await press(iotum(), { apiToken: await token() });
		expect(status).toBe('Error');
		expect(message).toMatch(/^(Unauthorized|Bad Request)$/);
	});

	it('passes with a trailing slash after the host, and so does the node', async () => {
		const baseUrl = `${iotum().access.baseUrl}/`;
		expect(await press(iotum(), { baseUrl })).toMatchObject({ status: 'OK' });
		expect((await runWith(iotum(), { baseUrl })).json).toHaveLength(3);
	});

	it.each([
		['does not know the path', { kind: 'status', status: 404 } as const],
		['redirects to a sign-in page', { kind: 'redirect', location: '/login' } as const],
		['fails', { kind: 'status', status: 500 } as const],
		['answers with a web page', { kind: 'html' } as const],
		['opens no session', { kind: 'status', status: 200, body: { message: 'OK' } } as const],
	])('does not pass when the address %s', async (_, fault) => {
		await iotum().control.fault(fault);
		const { status, message } = await press(iotum());
		expect(status).toBe('Error');
		expect(message).not.toContain(iotum().access.resellerAdmin.apiToken);
		expect(await iotum().control.requests()).toHaveLength(1);
	});

	it('does not pass when nothing answers', async () => {
		const baseUrl = 'https://127.0.0.1:9';
		expect(await press(iotum(), { baseUrl })).toEqual({ status: 'Error', message: 'ECONNREFUSED' });
	});
});

const tokenOf = async (hostId: number) => (await iotum().vendor.createApiToken(hostId)).apiToken;

async function revoked(): Promise<string> {
	const token = await tokenOf(11);
	await iotum().vendor.revokeApiToken(token);
	return token;
}

describe('a node whose API token is rejected', () => {
	it.each([
		['wrong', async () => 'some-wrong-api-token'],
		['revoked', async () => await revoked()],
		['one of a host who is no admin', async () => await tokenOf(52)],
	])('because it is %s says so once for many items, without the token', async (_, token) => {
		const { control, access } = iotum();
		const apiToken = await token();
		const { error, logs, json } = await runWith(iotum(), { apiToken }, [{}, {}, {}]);
		expect(json).toEqual([]);
		expect(error).toMatchObject({
			message: 'Iotum rejected the API token: Invalid credentials [item 0]',
			description: `Check it in the credential, or create a new one in the Admin UI under Developers. POST ${access.baseUrl}${AUTHENTICATE}: HTTP 401.`,
			httpCode: '401',
		});
		expect(JSON.stringify([error, logs])).not.toContain(apiToken);
		const requests = await control.requests();
		expect(signIns(requests)).toBe(1);
		expect(received(requests)).toEqual([]);
	});

	it('works as soon as the credential has a new token', async () => {
		await runWith(iotum(), { apiToken: 'some-wrong-api-token' });
		expect((await runWith(iotum())).json).toHaveLength(3);
	});
});
