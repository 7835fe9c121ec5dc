import { AUTHENTICATE, atOnce, attempts, calls, items, ownCredential } from './sessionRuns';
import { useIotum } from './setup';

// Sign-ins that fail for another reason, and sessions that the vendor does not honour.

const iotum = useIotum();

const run = (count: number, concurrent = 10) => ({
	inputs: { options: atOnce(concurrent) },
	items: items(count),
});
const status = (code: number, body?: unknown) => ({ kind: 'status' as const, status: code, body });

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
