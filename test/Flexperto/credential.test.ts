import { USERS } from './requests';
import { useFlexperto } from './setup';

const flexperto = useFlexperto();

/** Presses "Test" on the credential with the given changes. */
const press = async (changes = {}) => {
	const { engine, credential } = flexperto();
	return await engine.testCredential('flexpertoApi', { ...credential, ...changes });
};

const keyOf = async (request: { role?: 'EXPERT'; expiresInDays?: number }) =>
	(await flexperto().vendor.createApiKey(request)).apiKey;

it('passes with an administrator’s key, with one harmless request', async () => {
	const { control, sandbox } = flexperto();
	expect(await press()).toEqual({ status: 'OK', message: 'Connection successful!' });
	const [request, ...more] = await control.requests();
	expect(more).toEqual([]);
	expect(request).toMatchObject({
		method: 'GET',
		path: USERS,
		rawQuery: 'limit=1',
		headers: { 'api-key': sandbox.flexperto.apiKey },
	});
	expect(request?.headers).not.toHaveProperty('x-user-id');
});

it('passes with blanks around the address', async () => {
	const { baseUrl } = flexperto().sandbox.flexperto;
	expect(await press({ baseUrl: ` ${baseUrl} ` })).toMatchObject({ status: 'OK' });
});

it('passes with a trailing slash after the host', async () => {
	const { baseUrl } = flexperto().sandbox.flexperto;
	expect(await press({ baseUrl: `${baseUrl}/` })).toMatchObject({ status: 'OK' });
	const { run, credential } = flexperto();
	const credentials = { flexpertoApi: { ...credential, baseUrl: `${baseUrl}/` } };
	expect((await run('user.getAll', { credentials })).json).toHaveLength(1);
});

// n8n gives a credential test one kind of rule: the check of the list leaves these to its own words.
it.each([
	['a wrong key', async () => 'wrong', 'Unauthorized'],
	['an expired key', async () => await keyOf({ expiresInDays: -1 }), 'Unauthorized'],
	['the key of an expert', async () => await keyOf({ role: 'EXPERT' }), 'Forbidden'],
])('does not pass with %s', async (_, key, message) => {
	expect(await press({ apiKey: await key() })).toEqual({ status: 'Error', message });
});

const addresses = [
	['that is not https', 'http://video.example.com', 'does not start with https://'],
	[
		'with credentials in it',
		'https://user:secret@video.example.com',
		'contains a user name or password',
	],
	['with a path', 'https://video.example.com/api/v2', 'contains more than protocol, host and port'],
	['with a query', 'https://video.example.com?a=b', 'contains more than protocol, host and port'],
	['that is none', 'video.example.com', 'is not a web address'],
	['that is empty', '', 'is not a web address'],
] as const;

const tenants = [
	'evil.com/',
	'evil.com',
	'acme@evil.com',
	'evil.com#',
	'evil.com?',
	'',
	'-',
	'a b',
	'../x',
];

describe.each([
	...addresses.map(([what, baseUrl, problem]) => ({
		what: `an address ${what}`,
		changes: { baseUrl },
		message: `"Base URL" ${problem}`,
	})),
	...tenants.flatMap((tenant) =>
		['live', 'test'].map((environment) => ({
			what: `the tenant "${tenant}" (${environment})`,
			changes: { tenant, environment },
			message: '"Tenant" is not a tenant name',
		})),
	),
])('$what', ({ changes, message }) => {
	it('is refused by the test', async () => {
		expect(await press(changes)).toMatchObject({ status: 'Error', message });
	});

	it('is refused by the node, without a secret in the message', async () => {
		const { run, credential } = flexperto();
		const credentials = { flexpertoApi: { ...credential, ...changes } };
		const { error } = await run('user.getAll', { credentials });
		expect(error?.message).toBe(message);
		expect(error?.description).toMatch(/ in the credential/);
		expect(JSON.stringify(error)).not.toContain('secret');
		expect(JSON.stringify(error)).not.toContain(String(credential.apiKey));
	});
});

it('says that the address cannot be reached', async () => {
	expect(await press({ baseUrl: 'https://127.0.0.1:9' })).toEqual({
		status: 'Error',
		message: 'ECONNREFUSED',
	});
});

it.each([
	['does not know the path', { kind: 'status', status: 404 } as const],
	['redirects to a sign-in page', { kind: 'redirect', location: '/login' } as const],
	['fails', { kind: 'status', status: 500 } as const],
])('does not pass when the address %s', async (_, fault) => {
	await flexperto().control.fault(fault);
	expect(await press()).toMatchObject({ status: 'Error' });
	expect(await flexperto().control.requests()).toHaveLength(1);
});

it('does not pass when a web page answers, such as the sign-in page of a proxy', async () => {
	await flexperto().control.fault({ kind: 'html' });
	expect(await press()).toEqual({
		status: 'Error',
		message: 'Flexperto did not answer at this address: check the address',
	});
});
