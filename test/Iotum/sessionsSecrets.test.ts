import { everythingOf } from '../kit/calls';
import { sessionTokens } from './requests';
import { AUTHENTICATE, atOnce, calls, items, ownCredential, tokenOf } from './sessionRuns';
import { useIotum, useVivoMeetings } from './setup';

// A session's token and what it was opened with are nowhere to be read: not in outputs, errors, hints,
// execution data or n8n's log.

const iotum = useIotum();

const run = { inputs: { options: atOnce(5) }, items: items(10) };
const DESCENDANTS = '*/descendants';

/** The token of the session that the run used. */
async function usedToken(): Promise<string> {
	const [request] = await calls(iotum());
	const token = request && tokenOf(request);
	if (typeof token !== 'string') throw new Error('The run has used no session.');
	return token;
}

it('this file can see a secret where there is one', async () => {
	const setup = iotum();
	const body = { message: 'the word is pistachio' };
	await setup.control.fault({ kind: 'status', status: 500, body, path: DESCENDANTS });
	const result = await setup.run('domain.getDescendants', { ...run, continueOnFail: true });
	expect(everythingOf(result)).toContain('pistachio');
});

it.each([
	['domain.getDescendants', {}],
	['product.getAll', { returnAll: true }],
	['host.get', { hostId: '52' }],
	['conference.getAll', { hostId: '52', returnAll: true }],
	['driveFile.download', { hostId: '52', fileId: '12' }],
] as const)('%s works and leaves no token behind', async (operation, inputs) => {
	const setup = iotum();
	const credentials = ownCredential(setup);
	const first = await setup.run(operation, { credentials, inputs });
	const oldToken = await usedToken();
	await setup.vendor.expireSessions();
	await setup.control.clearRequests();
	const second = await setup.run(operation, { credentials, inputs });
	expect([first.status, second.status]).toEqual(['success', 'success']);
	const [expired, newToken] = sessionTokens(await calls(setup));
	expect(expired).toBe(oldToken);
	const everything = everythingOf(first) + everythingOf(second);
	for (const secret of [oldToken, newToken, credentials.iotumApi.apiToken]) {
		expect(everything).not.toContain(secret);
	}
});

describe.each([401, 403, 404, 422, 500])('a vendor that repeats secrets with %i', (status) => {
	it('is quoted without them', async () => {
		const setup = iotum();
		const credentials = ownCredential(setup);
		await setup.run('domain.getDescendants', { credentials });
		const token = await usedToken();
		const { apiToken, signingToken } = credentials.iotumApi;
		const body = { message: `Not with ${token}, nor ${String(apiToken)} or ${signingToken}` };
		await setup.control.fault({ kind: 'status', status, body, path: DESCENDANTS, times: 'always' });
		const result = await setup.run('domain.getDescendants', {
			...run,
			credentials,
			continueOnFail: true,
		});
		expect(result.json).toHaveLength(10);
		for (const { error } of result.json) {
			expect(error).toMatch(/: Not with \*{3}, nor \*{3} or \*{3} \[item \d\]$/);
		}
		const everything = everythingOf(result);
		for (const secret of [token, apiToken, signingToken]) expect(everything).not.toContain(secret);
	});
});

it('a sign-in that fails is told without what it was made with', async () => {
	const setup = iotum();
	const credentials = ownCredential(setup);
	const { apiToken } = credentials.iotumApi;
	const body = { message: `There is no token ${String(apiToken)}` };
	await setup.control.fault({ kind: 'status', status: 401, body, path: AUTHENTICATE });
	const result = await setup.run('domain.getDescendants', { ...run, credentials });
	expect(result.error?.message).toBe(
		'Iotum rejected the API token: There is no token *** [item 0]',
	);
	expect(everythingOf(result)).not.toContain(apiToken);
});

it('a token is hidden also in a run that only found the session open', async () => {
	const setup = iotum();
	const credentials = ownCredential(setup);
	await setup.run('domain.getDescendants', { credentials });
	const token = await usedToken();
	const fault = { kind: 'status' as const, status: 422, body: { errors: [`Session ${token}`] } };
	await setup.control.fault({ ...fault, path: '*/fetch_products' });
	const { error } = await setup.run('product.getAll', { credentials });
	expect(error?.message).toBe('Iotum did not accept the request: Session *** [item 0]');
});

describe('VivoMeetings', () => {
	const vivoMeetings = useVivoMeetings();

	it('a password that the vendor repeats is not shown', async () => {
		const setup = vivoMeetings();
		const password = 'correct horse battery staple';
		const { vivoMeetingsApi } = setup.credentials;
		const body = { message: `"${password}" is wrong` };
		await setup.control.fault({ kind: 'status', status: 401, body, path: AUTHENTICATE });
		const result = await setup.run('host.get', {
			inputs: { hostId: '52', options: { maxRetries: 0 } },
			credentials: { vivoMeetingsApi: { ...vivoMeetingsApi, password } },
		});
		expect(result.error?.message).toBe(
			'VivoMeetings rejected the e-mail and password: "***" is wrong [item 0]',
		);
		expect(everythingOf(result)).not.toContain(password);
	});
});
