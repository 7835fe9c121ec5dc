import { AUTHENTICATE, atOnce, attempts, calls, items, ownCredential } from './sessionRuns';
import { useIotum } from './setup';

// Sign-ins that the vendor rejects: never tried twice in a run, as accounts get locked.

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

it.each([400, 403, 422])(
	'a sign-in that the vendor refuses in another way (%i) is not tried again either',
	async (code) => {
		const setup = iotum();
		const fault = status(code, { message: 'The account is locked' });
		await setup.control.fault({ ...fault, path: AUTHENTICATE, times: 'always' });
		const { json } = await setup.run('domain.getDescendants', {
			...run(50),
			credentials: ownCredential(setup),
			continueOnFail: true,
		});
		for (const [index, { error }] of json.entries()) {
			expect(error).toMatch(new RegExp(`^Iotum .+: The account is locked \\[item ${index}\\]$`));
		}
		expect(json).toHaveLength(50);
		expect(await attempts(setup)).toBe(1);
	},
);
