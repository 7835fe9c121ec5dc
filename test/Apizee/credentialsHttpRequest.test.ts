import { everythingOf } from '../kit/calls';
import { withN8nNodes } from '../setup';
import { requester } from './httpRequest';
import { useApizee } from './setup';
import { attempts, calls, ownCredential, pastedToken, TOKEN, tokensOf } from './signInRuns';

// n8n's own HTTP Request node with the credential, for what the node does not offer.

const apizee = useApizee(withN8nNodes);

const me = () => `${apizee().access.baseUrl}/users/me`;

it('signs in, signs the request and keeps the token for the next ones', async () => {
	const setup = apizee();
	const { ask, stored } = requester(setup);
	for (let runs = 0; runs < 3; runs++) {
		const { json, error } = await ask(me());
		expect(error).toBeUndefined();
		expect(json).toMatchObject([{ id: 2899, username: 'alice.agent@apizee.example' }]);
	}
	const [signIn, ...requests] = await setup.control.requests();
	expect(signIn).toMatchObject({
		path: TOKEN,
		rawQuery: '',
		headers: { 'content-type': expect.stringContaining('application/x-www-form-urlencoded') },
	});
	const { username, password } = setup.access.agent;
	expect(signIn?.body).toEqual({ grant_type: 'password', username, password });
	expect(requests).toHaveLength(3);
	const [token = '', ...others] = tokensOf(requests);
	expect(others).toEqual([]);
	expect((await setup.vendor.tokens()).at(-1)?.token).toBe(token);
	expect(stored()?.sessionToken).toContain(token);
});

it.each(['expireTokens', 'revokeTokens'] as const)(
	'renews the token once when it has ended (%s)',
	async (end) => {
		const setup = apizee();
		const { ask } = requester(setup);
		await ask(me());
		await setup.vendor[end]();
		const { json, error } = await ask(me());
		expect(error).toBeUndefined();
		expect(json).toMatchObject([{ id: 2899 }]);
		expect((await calls(setup)).map(({ status }) => status)).toEqual([200, 401, 200]);
		expect(await attempts(setup)).toBe(2);
	},
);

it('uses a token that was pasted, without a sign-in', async () => {
	const setup = apizee();
	const { token } = await setup.vendor.issueToken();
	const { ask } = requester(setup, pastedToken(setup, token).apizeeApi);
	const { json } = await ask(me());
	expect(json).toMatchObject([{ id: 2899 }]);
	const requests = await setup.control.requests();
	expect(requests.map(({ path }) => path)).toEqual(['/api/users/me']);
	expect(tokensOf(requests)).toEqual([token]);
});

it('says that the user name or password is wrong, and shows neither', async () => {
	const setup = apizee();
	const password = 'correct horse battery staple';
	const { apizeeApi } = ownCredential(setup, { password });
	const result = await requester(setup, apizeeApi).ask(me());
	expect(`${result.error?.message} ${result.error?.description}`).toMatch(
		/rejected the user ?name or password/,
	);
	expect(everythingOf({ ...result, output: [], items: [], hints: [] })).not.toContain(password);
	expect(await calls(setup)).toEqual([]);
});

describe('a request that does not go to the vendor', () => {
	it.each([
		['password', (setup: ReturnType<typeof apizee>) => ownCredential(setup)],
		['token', (setup: ReturnType<typeof apizee>) => pastedToken(setup, 'apizee-agent-token')],
	])('gets no token (%s)', async (_, credential) => {
		const setup = apizee();
		const { ask } = requester(setup, credential(setup).apizeeApi);
		const urls = [
			`${setup.access.storageUrl}/files/1`,
			`${setup.access.baseUrl.replace('127.0.0.1', 'localhost')}/users/me`,
		];
		for (const url of urls) {
			const { error } = await ask(url);
			expect(`${error?.message} ${error?.description}`).toContain(
				'The credential is not sent to another address than its own',
			);
		}
		expect(await calls(setup)).toEqual([]);
	});

	it('gets none after a redirect either', async () => {
		const setup = apizee();
		const [media] = await setup.vendor.addMedias({ place: 'redirect' });
		const url = `${setup.access.url}/media/showVideo/1/hash/${media?.hash}`;
		const response = { response: { responseFormat: 'file' } };
		const { error } = await requester(setup).ask(url, { options: { response } });
		expect(error).toBeUndefined();
		const [stored] = await setup.control.requests({ host: 'storage' });
		expect(stored?.status).toBe(200);
		expect(stored?.headers).not.toHaveProperty('authorization');
	});
});
