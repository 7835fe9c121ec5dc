import { everythingOf } from '../kit/calls';
import { atOnce, attempts, calls, items, LOOK, looking, pastedToken, tokensOf } from './signInRuns';
import { useApizee } from './setup';

// A token that the user has pasted into the credential.

const apizee = useApizee();

const PASTE =
	'Paste a new one into the credential, or choose username and password there, which are renewed by themselves';

it('is used as it is, without a sign-in, for all items and kinds of work', async () => {
	const setup = apizee();
	const { token } = await setup.vendor.issueToken();
	const credentials = pastedToken(setup, token);
	const run = { inputs: looking(atOnce(10)), items: items(20), credentials };
	expect((await setup.run(LOOK, run)).json).toHaveLength(20);
	const [media] = await setup.vendor.addMedias();
	const url = `${setup.access.url}/media/showVideo/1/hash/${media?.hash}`;
	expect((await setup.run('media.download', { inputs: { url }, credentials })).items).toHaveLength(
		1,
	);
	expect(await attempts(setup)).toBe(0);
	expect(tokensOf(await calls(setup))).toEqual([token]);
});

it('is used although user name and password are filled in as well', async () => {
	const setup = apizee();
	const { token } = await setup.vendor.issueToken();
	const { username } = setup.access.agent;
	const { apizeeApi } = pastedToken(setup, token);
	const credentials = { apizeeApi: { ...apizeeApi, username, password: 'wrong' } };
	expect((await setup.run(LOOK, { inputs: looking(), credentials })).error).toBeUndefined();
	expect(await attempts(setup)).toBe(0);
});

it('is not used when user name and password are chosen', async () => {
	const setup = apizee();
	const { apizeeApi } = setup.credentials;
	const credentials = { apizeeApi: { ...apizeeApi, accessToken: 'left-over-token' } };
	expect((await setup.run(LOOK, { inputs: looking(), credentials })).error).toBeUndefined();
	expect(tokensOf(await calls(setup))).not.toContain('left-over-token');
});

it.each([
	['has expired', 'expireTokens', 'The access token has expired.'],
	['was revoked', 'revokeTokens', 'The access token is unknown or was revoked.'],
] as const)('that %s is told with the next step, for each item', async (_, end, words) => {
	const setup = apizee();
	const { token } = await setup.vendor.issueToken();
	const credentials = pastedToken(setup, token);
	await setup.vendor[end]();
	const run = { inputs: looking(atOnce(5)), items: items(10), credentials };
	const result = await setup.run(LOOK, { ...run, continueOnFail: true });
	expect(result.json).toEqual(
		items(10).map(({ number }) => ({
			error: `Apizee does not accept the access token, which may have expired: ${words} [item ${number}]`,
			message: `${PASTE}. GET ${setup.access.baseUrl}/conferences/842341: HTTP 401.`,
		})),
	);
	expect(everythingOf(result)).not.toContain(token);
	expect(await attempts(setup)).toBe(0);
	expect(await calls(setup)).toHaveLength(10);
});

it('that was replaced in the credential works at once', async () => {
	const setup = apizee();
	const old = await setup.vendor.issueToken({ expiresIn: -1 });
	const failed = await setup.run(LOOK, {
		inputs: looking({ maxRetries: 0 }),
		credentials: pastedToken(setup, old.token),
	});
	expect(failed.error?.httpCode).toBe('401');
	const { token } = await setup.vendor.issueToken();
	const credentials = pastedToken(setup, token);
	expect((await setup.run(LOOK, { inputs: looking(), credentials })).json).toHaveLength(1);
});

it.each(['', '   '])('that is blank (%j) is asked for before anything is sent', async (token) => {
	const setup = apizee();
	const credentials = pastedToken(setup, token);
	const result = await setup.run(LOOK, {
		inputs: looking(),
		items: items(3),
		credentials,
		continueOnFail: true,
	});
	expect(result.json).toEqual(
		items(3).map(({ number }) => ({
			error: `"Access Token" is empty [item ${number}]`,
			message: expect.stringContaining('in the credential'),
		})),
	);
	expect(await setup.control.requests()).toEqual([]);
});

it('may have blanks and line breaks around it from the clipboard', async () => {
	const setup = apizee();
	const { token } = await setup.vendor.issueToken();
	const credentials = pastedToken(setup, ` ${token}\n`);
	const { error } = await setup.run(LOOK, { inputs: looking(), credentials });
	expect(error).toBeUndefined();
	expect(tokensOf(await calls(setup))).toEqual([token]);
	const body = { error: `${token} may not do this` };
	await setup.control.fault({ kind: 'status', status: 403, body, path: '/api/conferences/*' });
	const refused = await setup.run(LOOK, { inputs: looking(), credentials });
	expect(refused.error?.message).toBe('Apizee does not allow this: *** may not do this [item 0]');
});

it('is kept out of what the vendor says', async () => {
	const setup = apizee();
	const { token } = await setup.vendor.issueToken();
	const body = { error: `${token} may not do this` };
	await setup.control.fault({ kind: 'status', status: 403, body, path: '/api/conferences/*' });
	const result = await setup.run(LOOK, {
		inputs: looking(),
		credentials: pastedToken(setup, token),
	});
	expect(result.error?.message).toBe('Apizee does not allow this: *** may not do this [item 0]');
	expect(everythingOf(result)).not.toContain(token);
});
