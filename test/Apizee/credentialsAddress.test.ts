import { attempts, LOOK, looking, ownCredential, pastedToken, TOKEN } from './signInRuns';
import { useApizee } from './setup';

// What the user may enter as Base URL.

const apizee = useApizee();

const NEXT = 'Enter an address such as https://cloud.apizee.com/api in the credential.';

/** What the credential's test and a run of the node make of a base URL, with both ways to sign in. */
async function use(baseUrl: string) {
	const { engine, run, access } = apizee();
	const results = [];
	for (const { apizeeApi } of [
		ownCredential(apizee(), { baseUrl }),
		{ apizeeApi: { ...pastedToken(apizee(), access.agent.token).apizeeApi, baseUrl } },
	]) {
		const test = await engine.testCredential('apizeeApi', apizeeApi);
		const inputs = looking({ maxRetries: 0 });
		const { json, error } = await run(LOOK, { inputs, credentials: { apizeeApi } });
		results.push({ test, json, error });
	}
	return results;
}

describe('a base URL that works', () => {
	it.each([
		['as documented', (url: string) => `${url}/api`],
		['with a slash at the end', (url: string) => `${url}/api/`],
		['with several', (url: string) => `${url}/api//`],
		['of version 3', (url: string) => `${url}/api/v3`],
		['of version 3 with a slash at the end', (url: string) => `${url}/api/v3/`],
		['with blanks around it', (url: string) => ` ${url}/api `],
		['with the scheme in capitals', (url: string) => `${url}/api`.replace('http', 'HTTP')],
		[
			'with another name of this machine',
			(url: string) => `${url}/api`.replace('127.0.0.1', 'localhost'),
		],
	])('%s is fine for the test and for the node', async (_, baseUrl) => {
		for (const { test, json, error } of await use(baseUrl(apizee().access.url))) {
			expect(error).toBeUndefined();
			expect(json).toMatchObject([{ id: 842341 }]);
			expect(test).toEqual({ status: 'OK', message: 'Connection successful!' });
		}
		const paths = (await apizee().control.requests()).map(({ path }) => path);
		for (const path of paths)
			expect(path).toMatch(/^\/api(\/v3)?\/(token|users\/me|conferences\/842341)$/);
	});
});

describe.each([
	['that is not https', 'http://cloud.example.com/api', 'does not start with https://'],
	['of another protocol', 'ftp://127.0.0.1/api', 'does not start with https://'],
	[
		'with a user name',
		'https://user:pistachio@cloud.example.com/api',
		'contains a user name or password',
	],
	[
		'with a query',
		'https://cloud.example.com/api?key=pistachio',
		'contains more than protocol, host, port and path',
	],
	[
		'with a fragment',
		'https://cloud.example.com/api#pistachio',
		'contains more than protocol, host, port and path',
	],
	['that is none', 'cloud.example.com/api', 'is not a web address'],
	['that is empty', '', 'is not a web address'],
])('a base URL %s', (_, baseUrl, problem) => {
	it('is refused by the node, and does not pass the test', async () => {
		for (const { test, json, error } of await use(baseUrl)) {
			expect(json).toEqual([]);
			expect(error).toMatchObject({ message: `"Base URL" ${problem}`, description: NEXT });
			expect(JSON.stringify(error)).not.toContain('pistachio');
			expect(test.status).toBe('Error');
			expect(test.message).not.toContain('pistachio');
		}
	});
});

it('a base URL of this machine under a name that does not count as such gets nothing', async () => {
	const baseUrl = apizee().access.baseUrl.replace('127.0.0.1', '0.0.0.0');
	for (const { test, error } of await use(baseUrl)) {
		expect(error?.message).toBe('"Base URL" does not start with https://');
		expect(test.status).toBe('Error');
	}
	expect(await apizee().control.requests()).toEqual([]);
});

describe('a base URL without the path of the API', () => {
	it.each([404, 405, 415])('is told as such when the portal answers %i', async (code) => {
		const { control, run, access } = apizee();
		await control.fault({ kind: 'status', status: code, path: TOKEN, times: 'always' });
		const { error } = await run(LOOK, { inputs: looking(), credentials: ownCredential(apizee()) });
		expect(error).toMatchObject({
			message: 'Apizee has no API at this address [item 0]',
			description: `Enter the base URL with the path of the API, such as https://cloud.apizee.com/api. POST ${access.baseUrl}/token: HTTP ${code}.`,
		});
	});

	it.each(['', '/', '/wrong', '/api/v9'])('(%j) is told as such', async (path) => {
		const { access, run, engine } = apizee();
		const baseUrl = `${access.url}${path}`;
		const credentials = ownCredential(apizee(), { baseUrl });
		const { error } = await run(LOOK, { inputs: looking(), credentials });
		const base = baseUrl.replace(/\/$/, '');
		expect(error?.message).toMatch(/^Apizee has no API at this address(: .+)? \[item 0\]$/);
		expect(error?.description).toBe(
			`Enter the base URL with the path of the API, such as https://cloud.apizee.com/api. POST ${base}/token: HTTP 404.`,
		);
		const { status, message } = await engine.testCredential('apizeeApi', credentials.apizeeApi);
		expect({ status, message }).toEqual({
			status: 'Error',
			message: 'There is no API of Apizee at this address (HTTP 404): check the base URL',
		});
	});

	it('is told as such with a pasted token, too', async () => {
		const { access, run, engine } = apizee();
		const { apizeeApi } = pastedToken(apizee(), access.agent.token);
		const credentials = { apizeeApi: { ...apizeeApi, baseUrl: access.url } };
		const { status } = await engine.testCredential('apizeeApi', credentials.apizeeApi);
		expect(status).toBe('Error');
		const { error } = await run('conference.getAll', { credentials });
		expect(error?.description).toContain('base URL');
		expect(await attempts(apizee())).toBe(0);
	});
});
