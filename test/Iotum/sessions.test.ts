import { sessionTokens } from './requests';
import { AUTHENTICATE, atOnce, attempts, calls, items, ownCredential } from './sessionRuns';
import { useIotum } from './setup';

// One session for all items, parallel requests, runs and workflows.

const iotum = useIotum();

it('signs in once for all items and parallel requests, and with nothing but the API token', async () => {
	const setup = iotum();
	const credentials = ownCredential(setup);
	const inputs = { options: atOnce(10) };
	const { status, json } = await setup.run('domain.getDescendants', {
		inputs,
		items: items(100),
		credentials,
	});
	expect({ status, outputs: json.length }).toEqual({ status: 'success', outputs: 100 });

	const [signIn, ...others] = await setup.control.requests();
	expect(signIn).toMatchObject({ method: 'POST', path: AUTHENTICATE });
	expect(signIn?.body).toEqual({ api_token: credentials.iotumApi.apiToken });
	expect(others).toHaveLength(100);
	expect(sessionTokens(others)).toHaveLength(1);
	for (const { headers } of [signIn, ...others].filter((request) => request !== undefined)) {
		expect(headers).not.toHaveProperty('authorization');
	}
});

it('uses the session again in later runs, other operations and pickers', async () => {
	const setup = iotum();
	const credentials = ownCredential(setup);
	await setup.run('domain.getDescendants', { credentials });
	await setup.run('product.getAll', { credentials });
	await setup.run('host.get', { credentials, inputs: { hostId: '52' } });
	setup.engine.credentials.shared = credentials.iotumApi;
	const chosen = { iotumApi: { id: 'shared', name: 'shared' } };
	const { results } = await setup.engine.runPicker({
		node: 'iotum',
		method: 'searchProducts',
		credentials: chosen,
	});
	expect(results.length).toBeGreaterThan(0);
	expect(await attempts(setup)).toBe(1);
	const requests = await calls(setup);
	expect(requests).toHaveLength(4);
	expect(sessionTokens(requests)).toHaveLength(1);
});

it('shares the session between two workflows that start at once', async () => {
	const setup = iotum();
	const credentials = ownCredential(setup);
	await setup.control.fault({ kind: 'delay', ms: 300, path: '*/authenticate' });
	const run = { inputs: { options: atOnce(10) }, items: items(20), credentials };
	const results = await Promise.all([
		setup.run('domain.getDescendants', run),
		setup.run('product.getAll', run),
	]);
	expect(results.map(({ status }) => status)).toEqual(['success', 'success']);
	expect(await attempts(setup)).toBe(1);
	const requests = await calls(setup);
	expect(requests).toHaveLength(40);
	expect(sessionTokens(requests)).toHaveLength(1);
});

it('opens another session for another credential', async () => {
	const setup = iotum();
	await setup.run('domain.getDescendants', { credentials: ownCredential(setup) });
	await setup.run('domain.getDescendants', { credentials: ownCredential(setup) });
	expect(await attempts(setup)).toBe(2);
	expect(sessionTokens(await calls(setup))).toHaveLength(2);
});
