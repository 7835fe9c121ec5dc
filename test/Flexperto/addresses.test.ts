import { createServer } from 'node:http';

import { USERS } from './requests';
import { useFlexperto } from './setup';

const flexperto = useFlexperto();

/** A proxy that notes where it is asked to connect to and connects nowhere. */
const asked: string[] = [];
const proxy = createServer();
proxy.on('connect', ({ url }, socket) => {
	asked.push(String(url));
	socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
});

const ENTRIES = ['HTTPS_PROXY', 'https_proxy', 'NO_PROXY', 'no_proxy'];
const before = ENTRIES.map((name) => [name, process.env[name]] as const);

beforeAll(async () => {
	await new Promise<void>((listening) => proxy.listen(0, '127.0.0.1', listening));
	const address = proxy.address();
	const port = typeof address === 'object' ? address?.port : undefined;
	for (const name of ENTRIES) {
		process.env[name] = name.toLowerCase().startsWith('no') ? '' : `http://127.0.0.1:${port}`;
	}
});
beforeEach(() => {
	asked.length = 0;
});
afterAll(() => {
	for (const [name, value] of before) {
		if (value === undefined) Reflect.deleteProperty(process.env, name);
		else process.env[name] = value;
	}
	proxy.close();
});

describe.each([
	['live', 'acme', 'acme.live.flexperto.com'],
	['test', 'acme', 'acme.test.flexperto.com'],
	['live', 'MLP-Finanz1', 'mlp-finanz1.live.flexperto.com'],
])('in the environment "%s" the tenant "%s"', (environment, tenant, host) => {
	it(`is at https://${host}`, async () => {
		const { run, credential } = flexperto();
		const credentials = { flexpertoApi: { ...credential, environment, tenant } };
		const { error } = await run('user.getAll', {
			inputs: { options: { maxRetries: 0 } },
			credentials,
		});
		expect(asked).toEqual([`${host}:443`]);
		expect(error?.description).toContain(`GET https://${host}${USERS}: HTTP 502.`);
	});

	it(`is tested at https://${host}`, async () => {
		const { engine, credential } = flexperto();
		await engine.testCredential('flexpertoApi', { ...credential, environment, tenant });
		expect(asked.map((address) => address.toLowerCase())).toEqual([`${host}:443`]);
	});
});
