import { atOnce, attempts, calls, items, LOOK, looking, ownCredential, TOKEN } from './signInRuns';
import { useApizee } from './setup';

// Sign-ins that the vendor rejects: never tried twice in a run, as accounts get locked.

const apizee = useApizee();

const run = (count: number, concurrent = 10) => ({
	inputs: looking(atOnce(concurrent)),
	items: items(count),
});
const wrong = () => ownCredential(apizee(), { password: 'a-password-of-yesterday' });

const MESSAGE = 'Apizee rejected the username or password: Wrong user name or password.';
const description = () =>
	`Check both in the credential. POST ${apizee().access.baseUrl}/token: HTTP 401.`;

describe('a wrong password', () => {
	it.each([1, 10])('is tried once for 100 items, %i at a time; each says why', async (many) => {
		const setup = apizee();
		const credentials = wrong();
		const result = await setup.run(LOOK, {
			...run(100, many),
			credentials,
			continueOnFail: true,
		});
		expect(result.json).toEqual(
			items(100).map(({ number }) => ({
				error: `${MESSAGE} [item ${number}]`,
				message: description(),
			})),
		);
		expect([await attempts(setup), await calls(setup)]).toEqual([1, []]);
		const { json, logs } = result;
		expect(JSON.stringify([json, logs])).not.toContain('a-password-of-yesterday');
	});

	it('stops the run at its first item without Continue On Fail', async () => {
		const { error } = await apizee().run(LOOK, { ...run(100), credentials: wrong() });
		expect(error).toMatchObject({
			message: `${MESSAGE} [item 0]`,
			description: description(),
			itemIndex: 0,
			httpCode: '401',
		});
		expect(await attempts(apizee())).toBe(1);
	});

	it('is tried again by the next run, as it may be valid by then', async () => {
		const credentials = wrong();
		await apizee().run(LOOK, { ...run(3), credentials });
		await apizee().run(LOOK, { ...run(3), credentials });
		expect(await attempts(apizee())).toBe(2);
	});

	it('is not repeated by Max Retries', async () => {
		const inputs = looking({ maxRetries: 5, maxWait: 0 });
		await apizee().run(LOOK, { inputs, credentials: wrong() });
		expect(await attempts(apizee())).toBe(1);
	});

	it('does no harm to a credential that is right', async () => {
		const setup = apizee();
		const right = ownCredential(setup);
		await setup.run(LOOK, { ...run(1), credentials: wrong() });
		expect((await setup.run(LOOK, { ...run(1), credentials: right })).json).toHaveLength(1);
	});
});

it.each([
	['username', 'Username'],
	['password', 'Password'],
])('a blank %s is asked for before anything is sent', async (entry, label) => {
	for (const value of ['', '  ']) {
		const credentials = ownCredential(apizee(), { [entry]: value });
		const { json } = await apizee().run(LOOK, { ...run(3), credentials, continueOnFail: true });
		expect(json).toEqual(
			items(3).map(({ number }) => ({
				error: `"${label}" is empty [item ${number}]`,
				message: expect.stringContaining('in the credential'),
			})),
		);
	}
	expect(await apizee().control.requests()).toEqual([]);
});

it.each([
	[400, 'rejected the username or password'],
	[401, 'rejected the username or password'],
	[403, 'rejected the username or password'],
	[404, 'has no API at this address'],
])('a sign-in that is refused with %i is not tried again for other items', async (code, words) => {
	const body = { error: 'The account is locked' };
	const fault = { kind: 'status', status: code, body, path: TOKEN, times: 'always' } as const;
	await apizee().control.fault(fault);
	const credentials = ownCredential(apizee());
	const { json } = await apizee().run(LOOK, { ...run(50), credentials, continueOnFail: true });
	expect(json.map(({ error }) => error)).toEqual(
		items(50).map(({ number }) => `Apizee ${words}: The account is locked [item ${number}]`),
	);
	expect(await attempts(apizee())).toBe(1);
});

it('a sign-in that fails for a moment is repeated, once for all that wait for it', async () => {
	const { control } = apizee();
	await control.fault({ kind: 'status', status: 503, path: TOKEN, times: 2 });
	const { inputs, ...rest } = run(10);
	const options = { ...inputs.options, maxRetries: 3 };
	const { json, error } = await apizee().run(LOOK, {
		...rest,
		inputs: looking(options),
		credentials: ownCredential(apizee()),
	});
	expect(error).toBeUndefined();
	expect(json).toHaveLength(10);
	expect(await attempts(apizee())).toBe(3);
});

it('a sign-in that is not answered in time says so', async () => {
	const setup = apizee();
	await setup.control.fault({ kind: 'delay', ms: 2000, path: TOKEN, times: 'always' });
	const { error } = await setup.run(LOOK, {
		inputs: looking({ maxRetries: 0, timeout: 300 }),
		credentials: ownCredential(setup),
	});
	expect(error).toMatchObject({
		message: 'Apizee did not answer in time [item 0]',
		description: `Try again, or raise Options > Timeout. POST ${setup.access.baseUrl}/token: ETIMEDOUT.`,
	});
});

it.each([
	['a web page', { kind: 'html' }, 'answered with a web page instead of data'],
	['nothing', { kind: 'status', status: 200, body: '' }, 'sent an empty answer'],
	[
		'no token',
		{ kind: 'status', status: 200, body: { ok: 1 } },
		'accepted the sign-in, but opened no session',
	],
	['half an answer', { kind: 'cutJson' }, 'sent an answer that is incomplete'],
	['a redirect', { kind: 'redirect', location: '/login' }, 'redirected the request'],
] as const)('a sign-in that is answered with %s says so', async (_, fault, words) => {
	await apizee().control.fault({ ...fault, path: TOKEN, times: 'always' });
	const credentials = ownCredential(apizee());
	const { error, logs } = await apizee().run(LOOK, { ...run(1), credentials });
	expect(error?.message).toBe(`Apizee ${words} [item 0]`);
	expect(error?.description).toMatch(/Check the address in the credential/);
	expect(JSON.stringify([error, logs])).not.toContain(apizee().access.agent.password);
	expect(await calls(apizee())).toEqual([]);
});
