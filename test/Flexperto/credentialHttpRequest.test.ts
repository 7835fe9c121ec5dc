import { startPlainServer } from '../kit/plainServer';
import { withN8nNodes } from '../setup';
import { USERS } from './requests';
import { useFlexperto } from './setup';

// n8n's own HTTP Request node with the credential, for what the node does not offer.

const flexperto = useFlexperto(withN8nNodes);

let elsewhere: Awaited<ReturnType<typeof startPlainServer>>;
beforeAll(async () => (elsewhere = await startPlainServer()));
afterAll(async () => await elsewhere.close());

async function ask(url: string, typeVersion: number, options = {}) {
	const position: [number, number] = [0, 0];
	const credentials = { flexpertoApi: { id: 'flexpertoApi', name: 'flexpertoApi' } };
	const authentication = 'predefinedCredentialType';
	const node = {
		id: 'node',
		name: 'HTTP Request',
		type: 'n8n-nodes-base.httpRequest',
		typeVersion,
		position,
		parameters: { url, authentication, nodeCredentialType: 'flexpertoApi', options },
		credentials,
	};
	const workflow = { nodes: [node], connections: {} };
	const { outputs, error } = await flexperto().engine.run(workflow, { startNode: node.name });
	return { error, json: outputs[node.name]?.[0]?.map(({ json }) => json) };
}

const follow = { redirect: { redirect: { followRedirects: true, maxRedirects: 5 } } };

describe.each([3, 4.1, 4.3, 4.4])('version %d of the node', (version) => {
	it('is signed in', async () => {
		const { json, error } = await ask(`${flexperto().sandbox.flexperto.baseUrl}${USERS}`, version);
		expect(error).toBeUndefined();
		expect(json).toMatchObject([{ items: [expect.anything()] }]);
	});

	it.each([
		['its own settings', {}],
		['the setting to follow redirects', follow],
	])('does not take the key elsewhere when it is redirected, with %s', async (_, options) => {
		const { control, sandbox, credential } = flexperto();
		const location = `${elsewhere.url}/there`;
		await control.fault({ kind: 'redirect', location, path: USERS });
		const { error } = await ask(`${sandbox.flexperto.baseUrl}${USERS}`, version, options);
		expect(error?.httpCode).toBe('302');
		const [request] = await control.requests();
		expect(request?.headers['api-key']).toBe(credential.apiKey);
		expect(elsewhere.received).toEqual([]);
	});

	it('is not signed in at another address', async () => {
		const { error } = await ask(`${elsewhere.url}${USERS}`, version);
		expect(`${error?.message} ${error?.description}`).toContain(
			'The credential is not sent to another address than its own',
		);
		expect(elsewhere.received).toEqual([]);
	});
});
