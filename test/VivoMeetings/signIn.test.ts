import { randomUUID } from 'node:crypto';

import { sessionTokens, signIns } from '../Iotum/requests';
import { useVivoMeetings } from '../Iotum/setup';

const vivoMeetings = useVivoMeetings();

/** The credential of an admin, as the user fills it in; no other test knows its session. */
const credentialOf = (
	who: 'resellerAdmin' | 'companyAdmin',
	changes: Record<string, string> = {},
) => {
	const { access, credentials } = vivoMeetings();
	const { email, password } = access[who];
	const webhookSecret = randomUUID();
	return { ...credentials.vivoMeetingsApi, email, password, webhookSecret, ...changes };
};

const test = async (changes: Record<string, string> = {}) =>
	await vivoMeetings().engine.testCredential(
		'vivoMeetingsApi',
		credentialOf('resellerAdmin', changes),
	);

describe('the test of the credential', () => {
	it.each(['resellerAdmin', 'companyAdmin'] as const)('passes for a %s', async (who) => {
		const { engine, control, access } = vivoMeetings();
		const { email, password } = access[who];
		expect(await engine.testCredential('vivoMeetingsApi', credentialOf(who))).toEqual({
			status: 'OK',
			message: 'Connection successful!',
		});
		const requests = await control.requests();
		expect(requests.map(({ method, path, body }) => [method, path, body])).toEqual([
			['POST', '/enterprise_api/authenticate', { email, password }],
		]);
	});

	it('passes with a slash at the end of the base URL, which the node takes as well', async () => {
		const { access, run } = vivoMeetings();
		const baseUrl = `${access.baseUrl}/`;
		expect(await test({ baseUrl })).toMatchObject({ status: 'OK' });
		const vivoMeetingsApi = credentialOf('resellerAdmin', { baseUrl });
		const { status } = await run('company.getAll', { credentials: { vivoMeetingsApi } });
		expect(status).toBe('success');
	});

	it.each([
		['a wrong password', { password: 'wrong' }],
		['an unknown e-mail', { email: 'nobody@example.com' }],
		[
			'a host who is no admin',
			{ email: 'hanna.host@vivomeetings.example', password: 'Hanna-Host-1' },
		],
	])('fails with %s', async (_what, changes) => {
		expect(await test(changes)).toEqual({ status: 'Error', message: 'Unauthorized' });
	});

	it('fails where something else answers, or nobody', async () => {
		const { control } = vivoMeetings();
		await control.fault({ path: '*/authenticate', kind: 'html' });
		expect(await test()).toEqual({
			status: 'Error',
			message: 'There is no conferencing platform at this address: check the base URL',
		});
		expect(await test({ baseUrl: 'http://127.0.0.1:1' })).toMatchObject({ status: 'Error' });
	});
});

describe('a run', () => {
	it('sends the session’s token in the body of each request, and no other credential', async () => {
		const { run, control } = vivoMeetings();
		const vivoMeetingsApi = credentialOf('companyAdmin');
		const { json, logs } = await run('host.get', {
			inputs: { hostId: '={{ $json.hostId }}', simplify: false },
			items: [{ hostId: 52 }, { hostId: 53 }],
			credentials: { vivoMeetingsApi },
		});
		const [signIn, ...others] = await control.requests();
		const { email, password } = vivoMeetingsApi;
		expect(signIn?.body).toEqual({ email, password });
		const [token, ...more] = sessionTokens(others);
		expect(more).toEqual([]);
		expect(others).toHaveLength(2);
		for (const { headers, body, rawQuery } of others) {
			expect(body).toMatchObject({ auth_token: token });
			expect(rawQuery).toBe('');
			expect(headers).not.toHaveProperty('authorization');
		}
		const seen = JSON.stringify([json, logs]);
		expect(seen).not.toContain(token);
		expect(seen).not.toContain(password);
	});

	it('says what to do when the password is wrong, and tries it once for all items', async () => {
		const { run, control, access } = vivoMeetings();
		const vivoMeetingsApi = credentialOf('resellerAdmin', { password: 'not-the-password' });
		const { json, logs } = await run('host.get', {
			inputs: { hostId: '52' },
			items: [{}, {}, {}],
			credentials: { vivoMeetingsApi },
			continueOnFail: true,
		});
		const message = `Check both in the credential; the host has to be a company admin or reseller admin. POST ${access.baseUrl}/enterprise_api/authenticate: HTTP 401.`;
		expect(json).toEqual(
			[0, 1, 2].map((item) => ({
				error: `VivoMeetings rejected the e-mail and password: Invalid credentials [item ${item}]`,
				message,
			})),
		);
		expect(signIns(await control.requests())).toBe(1);
		expect(JSON.stringify([json, logs])).not.toContain('not-the-password');
	});

	it('blots out a password that the vendor repeats', async () => {
		const { run, control } = vivoMeetings();
		const vivoMeetingsApi = credentialOf('resellerAdmin', { password: 'not-the-password' });
		const body = { message: 'not-the-password is wrong' };
		await control.fault({ path: '*/authenticate', kind: 'status', status: 401, body });
		const { error, logs } = await run('company.getAll', { credentials: { vivoMeetingsApi } });
		expect(error?.message).toBe(
			'VivoMeetings rejected the e-mail and password: *** is wrong [item 0]',
		);
		expect(JSON.stringify([error, logs])).not.toContain('not-the-password');
	});

	it.each([
		['http://acme.vivomeetings.example', 'does not start with https://'],
		['https://user:secret@acme.vivomeetings.example', 'contains a user name or password'],
		[
			'https://acme.vivomeetings.example/enterprise_api',
			'contains more than protocol, host and port',
		],
	])('refuses the base URL %s', async (baseUrl, problem) => {
		const vivoMeetingsApi = credentialOf('resellerAdmin', { baseUrl });
		const { error } = await vivoMeetings().run('company.getAll', {
			credentials: { vivoMeetingsApi },
		});
		expect(error).toMatchObject({
			message: `"Base URL" ${problem}`,
			description: 'Enter an origin such as https://acme.example.com in the credential.',
		});
	});
});
