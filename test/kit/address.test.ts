import { useFlexperto } from '../Flexperto/setup';
import { everythingOf } from './calls';

// An address that would carry the credential elsewhere or unprotected is refused before anything is sent.

const flexperto = useFlexperto();

async function runWith(values: Record<string, string>) {
	const { run, credential } = flexperto();
	return await run('user.getAll', { credentials: { flexpertoApi: { ...credential, ...values } } });
}

const EXAMPLE = 'Enter an origin such as https://acme.example.com in the credential.';

it.each([
	['', 'is not a web address'],
	['acme.example.com', 'is not a web address'],
	['not an address', 'is not a web address'],
	['http://acme.example.com', 'does not start with https://'],
	['http://127.0.0.1.example.com', 'does not start with https://'],
	['http://localhost.example.com', 'does not start with https://'],
	['ftp://acme.example.com', 'does not start with https://'],
	['file:///etc/passwd', 'does not start with https://'],
	['javascript:alert(1)', 'does not start with https://'],
	['https://user:hunter2@acme.example.com', 'contains a user name or password'],
	['https://hunter2@acme.example.com', 'contains a user name or password'],
	['https://acme.example.com/api/v2', 'contains more than protocol, host and port'],
	['https://acme.example.com/?x=1', 'contains more than protocol, host and port'],
	['https://acme.example.com/#part', 'contains more than protocol, host and port'],
	['https://acme.example.com/..', 'contains signs that an address should not have'],
	['https://acme.example\r\n.com', 'contains signs that an address should not have'],
	['https:\\\\acme.example.com', 'contains signs that an address should not have'],
	['http://ⓛocalhost', 'contains signs that an address should not have'],
	['https://аcme.example.com', 'contains signs that an address should not have'],
])('base URL "%s" %s', async (baseUrl, problem) => {
	const result = await runWith({ baseUrl });
	expect(result.status).toBe('error');
	expect(result.error?.message).toBe(`"Base URL" ${problem}`);
	expect(result.error?.description).toBe(EXAMPLE);
	expect(everythingOf(result)).not.toContain('hunter2');
});

it('a base URL of this machine under a name that does not count as such gets nothing', async () => {
	const { sandbox, control } = flexperto();
	const baseUrl = sandbox.flexperto.baseUrl.replace('127.0.0.1', '0.0.0.0');
	expect((await runWith({ baseUrl })).error?.message).toBe(
		'"Base URL" does not start with https://',
	);
	expect(await control.requests()).toEqual([]);
});

it('a slash at the end and blanks around a base URL do no harm', async () => {
	const { baseUrl } = flexperto().sandbox.flexperto;
	expect((await runWith({ baseUrl: `${baseUrl}/` })).status).toBe('success');
	expect((await runWith({ baseUrl: ` ${baseUrl} ` })).status).toBe('success');
});

it.each([
	'',
	'acme.evil.example',
	'acme/../evil',
	'evil.example#',
	'evil.example/?',
	'a b',
	'-acme',
	'@evil',
])('tenant "%s" is refused, as it would lead to another host', async (tenant) => {
	const { error } = await runWith({ environment: 'live', tenant });
	expect(error?.message).toBe('"Tenant" is not a tenant name');
	expect(error?.description).toBe(
		'Enter the first part of your Flexperto address in the credential, e.g. "acme" of acme.live.flexperto.com.',
	);
});

it('a line break in a key makes no header of its own', async () => {
	const { error } = await runWith({ apiKey: 'key\r\nX-Injected: 1' });
	expect(error?.message).toMatch(/^Flexperto rejected the API key/);
	const [{ headers } = { headers: {} }, ...more] = await flexperto().control.requests();
	expect(headers).not.toHaveProperty('x-injected');
	expect(more).toEqual([]);
});
