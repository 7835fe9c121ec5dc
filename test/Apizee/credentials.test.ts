import type { Fault } from '../../sandbox/faults';
import { attempts, calls, ownCredential, pastedToken, TOKEN, tokensOf } from './signInRuns';
import { useApizee } from './setup';

// The test of the credential, as its form's button runs it.

const apizee = useApizee();

const OK = { status: 'OK', message: 'Connection successful!' };

/** Presses "Test" on a credential with the given changes. */
const press = async (changes = {}) =>
	await apizee().engine.testCredential('apizeeApi', ownCredential(apizee(), changes).apizeeApi);

/** Presses "Test" on a credential that holds a token. */
const pressWith = async (accessToken: string) =>
	await apizee().engine.testCredential('apizeeApi', pastedToken(apizee(), accessToken).apizeeApi);

const paths = async () =>
	(await apizee().control.requests()).map(
		({ method, path, status }) => `${method} ${path} ${status}`,
	);

describe('with user name and password', () => {
	it.each(['baseUrl', 'v3Url'] as const)('passes by a sign-in and one look (%s)', async (base) => {
		const baseUrl = apizee().access[base];
		expect(await press({ baseUrl })).toEqual(OK);
		const { pathname } = new URL(baseUrl);
		expect(await paths()).toEqual([`POST ${pathname}/token 200`, `GET ${pathname}/users/me 200`]);
		const [signIn, look] = await apizee().control.requests();
		const { username, password } = apizee().access.agent;
		expect(signIn?.body).toEqual({ grant_type: 'password', username, password });
		expect(signIn?.rawQuery).toBe('');
		const issued = (await apizee().vendor.tokens()).at(-1)?.token;
		expect(look?.headers.authorization).toBe(`Bearer ${issued}`);
	});

	it.each([
		['a wrong password', { password: 'wrong' }],
		['the password of somebody else', { password: 'Bruno-Agent-1' }],
		['a user name nobody has', { username: 'nobody@apizee.example' }],
	])('does not pass with %s, and says so', async (_, changes) => {
		const { status, message } = await press(changes);
		expect(status).toBe('Error');
		expect(message).toMatch(/rejected the user ?name or password/);
		expect(await paths()).toEqual(['POST /api/token 401']);
	});

	it.each([
		['username', 'Username'],
		['password', 'Password'],
	])('does not pass with a blank %s, and sends nothing', async (entry, label) => {
		for (const value of ['', '  ']) {
			expect(await press({ [entry]: value })).toEqual({
				status: 'Error',
				message: `"${label}" is empty`,
			});
		}
		expect(await apizee().control.requests()).toEqual([]);
	});
});

describe('with a token that was pasted', () => {
	it('passes by one look, without a sign-in', async () => {
		const { token } = await apizee().vendor.issueToken();
		expect(await pressWith(token)).toEqual(OK);
		expect(await paths()).toEqual(['GET /api/users/me 200']);
		expect(tokensOf(await calls(apizee()))).toEqual([token]);
	});

	it.each([
		['that is wrong', async () => 'wrong'],
		['that has expired', async () => (await apizee().vendor.issueToken({ expiresIn: -1 })).token],
	])('does not pass with one %s', async (_, token) => {
		const { status, message } = await pressWith(await token());
		expect(status).toBe('Error');
		expect(message).toMatch(/Unauthorized|token/i);
		expect(await attempts(apizee())).toBe(0);
	});

	it('does not pass with none, and sends nothing', async () => {
		expect(await pressWith(' ')).toEqual({
			status: 'Error',
			message: '"Access Token" is empty',
		});
		expect(await apizee().control.requests()).toEqual([]);
	});
});

const faults: Array<[string, Partial<Fault> & Pick<Fault, 'kind'>]> = [
	['does not know the path', { kind: 'status', status: 404 }],
	['redirects to a sign-in page', { kind: 'redirect', location: '/login' }],
	['fails', { kind: 'status', status: 500 }],
	['answers with a web page', { kind: 'html' }],
	['answers with something else', { kind: 'status', status: 200, body: { message: 'OK' } }],
	['takes no more requests', { kind: 'status', status: 429, body: { error: 'Too many' } }],
].map(([what, fault]) => [String(what), Object(fault)]);

it.each(faults)('does not pass when the address %s at the sign-in', async (_, fault) => {
	await apizee().control.fault({ ...Object(fault), path: TOKEN });
	const { status, message } = await press();
	expect(status).toBe('Error');
	expect(message).not.toContain(apizee().access.agent.password);
	expect(await calls(apizee())).toEqual([]);
});

it.each(faults)('does not pass when the address %s after it', async (_, fault) => {
	await apizee().control.fault({ ...Object(fault), path: '/api/users/me' });
	const { status, message } = await press();
	expect(status).toBe('Error');
	expect(message).not.toContain(apizee().access.agent.password);
	expect(await paths()).toHaveLength(2);
});

it('does not pass when nothing answers', async () => {
	const baseUrl = 'https://127.0.0.1:9/api';
	expect(await press({ baseUrl })).toEqual({ status: 'Error', message: 'ECONNREFUSED' });
});
