import { AUTHENTICATE, atOnce, attempts, calls, items, ownCredential } from './sessionRuns';
import { useIotum } from './setup';

// Sign-ins that fail, and sessions that the vendor does not honour.

const iotum = useIotum();

const run = (count: number, concurrent = 10) => ({
	inputs: { options: atOnce(concurrent) },
	items: items(count),
});
const status = (code: number, body?: unknown) => ({ kind: 'status' as const, status: code, body });

describe('a wrong API token', () => {
	const wrong = () => {
		const { iotumApi } = ownCredential(iotum());
		return { iotumApi: { ...iotumApi, apiToken: 'a-token-that-was-revoked' } };
	};
	const MESSAGE = 'Iotum rejected the API token: Invalid credentials';
	const description = () =>
		'Check it in the credential, or create a new one in the Admin UI under Developers. ' +
		`POST ${iotum().access.baseUrl}${AUTHENTICATE}: HTTP 401.`;

	it.each([1, 10])(
		'is tried once for 100 items, %i at a time; each item says why',
		async (many) => {
			const setup = iotum();
			const credentials = wrong();
			const result = await setup.run('domain.getDescendants', {
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
			expect(result.items.map(({ pairedItem }) => pairedItem)).toEqual(
				items(100).map(({ number }) => ({ item: number })),
			);
			expect([await attempts(setup), await calls(setup)]).toEqual([1, []]);
		},
	);

	it('stops the run at its first item without Continue On Fail', async () => {
		const setup = iotum();
		const { error } = await setup.run('domain.getDescendants', {
			...run(100),
			credentials: wrong(),
		});
		expect(error).toMatchObject({
			message: `${MESSAGE} [item 0]`,
			description: description(),
			itemIndex: 0,
			httpCode: '401',
		});
		expect(await attempts(setup)).toBe(1);
	});

	it('is tried again by the next run, as it may be valid by then', async () => {
		const setup = iotum();
		const credentials = wrong();
		await setup.run('domain.getDescendants', { ...run(3), credentials });
		await setup.run('domain.getDescendants', { ...run(3), credentials });
		expect(await attempts(setup)).toBe(2);
	});

	it('is not repeated by Max Retries', async () => {
		const setup = iotum();
		const inputs = { options: { maxRetries: 5, maxWait: 0 } };
		await setup.run('domain.getDescendants', { inputs, credentials: wrong() });
		expect(await attempts(setup)).toBe(1);
	});
});

it('an API token that is revoked in the middle is tried once, however many requests notice', async () => {
	const setup = iotum();
	const credentials = ownCredential(setup);
	await setup.run('domain.getDescendants', { credentials });
	await setup.vendor.revokeApiToken(setup.access.resellerAdmin.apiToken);
	await setup.vendor.expireSessions();
	// The second of the ten notices the end of the session long after the first.
	await setup.control.fault({ kind: 'delay', ms: 400, path: '*/descendants', after: 1 });
	const result = await setup.run('domain.getDescendants', {
		...run(50),
		credentials,
		continueOnFail: true,
	});
	expect(result.json.map(({ error }) => error)).toEqual(
		items(50).map(
			({ number }) => `Iotum rejected the API token: Invalid credentials [item ${number}]`,
		),
	);
	expect(await attempts(setup)).toBe(1 + 1);
});

describe('a sign-in that the vendor fails to process', () => {
	it('is repeated, and then serves all items', async () => {
		const setup = iotum();
		await setup.control.fault({ ...status(500), path: AUTHENTICATE, times: 2 });
		const options = { maxRetries: 2, maxWait: 0, batching: { values: { concurrentRequests: 10 } } };
		const result = await setup.run('domain.getDescendants', {
			...run(50),
			inputs: { options },
			credentials: ownCredential(setup),
		});
		expect(result.status).toBe('success');
		expect(await attempts(setup)).toBe(3);
		expect(await setup.vendor.signIns()).toEqual({ count: 1 });
	});

	it('fails those that wait for it, each with its own number, and the next ones try again', async () => {
		const setup = iotum();
		const fault = status(500, { message: 'Database is down' });
		await setup.control.fault({ ...fault, path: AUTHENTICATE });
		const { json } = await setup.run('domain.getDescendants', {
			...run(50),
			credentials: ownCredential(setup),
			continueOnFail: true,
		});
		const failed = json.filter(({ error }) => error !== undefined);
		expect(failed.length).toBeGreaterThan(0);
		expect(failed.length).toBeLessThanOrEqual(10);
		expect(failed).toEqual(
			failed.map((_item, index) => ({
				error: `Iotum failed to process the request: Database is down [item ${index}]`,
				message: `Try again later. POST ${setup.access.baseUrl}${AUTHENTICATE}: HTTP 500.`,
			})),
		);
		expect(await attempts(setup)).toBe(2);
	});

	it('that cannot be reached is told so', async () => {
		const setup = iotum();
		await setup.control.fault({ kind: 'reset', path: AUTHENTICATE });
		const { error } = await setup.run('domain.getDescendants', {
			...run(1),
			credentials: ownCredential(setup),
		});
		expect(error).toMatchObject({
			message: 'Iotum closed the connection too early [item 0]',
			description: `Try again later. POST ${setup.access.baseUrl}${AUTHENTICATE}: ECONNRESET.`,
		});
	});
});

it.each([
	['no token', {}],
	['an empty token', { auth_token: '' }],
	['a token that is no text', { auth_token: 7 }],
])('a sign-in that brings %s is refused', async (_what, body) => {
	const setup = iotum();
	await setup.control.fault({ ...status(200, body), path: AUTHENTICATE, times: 'always' });
	const { error } = await setup.run('domain.getDescendants', {
		...run(1),
		credentials: ownCredential(setup),
	});
	expect(error).toMatchObject({
		message: 'Iotum accepted the sign-in, but opened no session [item 0]',
		description: 'Check the address in the credential.',
	});
	expect(await calls(setup)).toEqual([]);
});

describe('a vendor that answers 401 to everything although the sign-in works', () => {
	const fault = {
		...status(401, { message: 'Invalid token' }),
		path: '*/descendants',
		times: 'always' as const,
	};
	const failures = () =>
		items(100).map(({ number }) => ({
			error: `Iotum does not accept the session that it has just opened: Invalid token [item ${number}]`,
			message:
				'Try again later; if it stays so, ask the vendor about the account of the credential. ' +
				`POST ${iotum().access.baseUrl}/enterprise_api/domain/descendants: HTTP 401.`,
		}));

	it('is asked for one session, not for one for each item', async () => {
		const setup = iotum();
		await setup.control.fault(fault);
		const credentials = ownCredential(setup);
		const all = { ...run(100), credentials, continueOnFail: true };
		expect((await setup.run('domain.getDescendants', all)).json).toEqual(failures());
		expect(await attempts(setup)).toBe(1);
		expect(await calls(setup)).toHaveLength(100);
	});

	it('is asked for one more session when it accepted the one before', async () => {
		const setup = iotum();
		const credentials = ownCredential(setup);
		await setup.run('domain.getDescendants', { credentials });
		await setup.control.fault(fault);
		const all = { ...run(100), credentials, continueOnFail: true };
		expect((await setup.run('domain.getDescendants', all)).json).toEqual(failures());
		expect(await attempts(setup)).toBe(1 + 1);
	});
});
