import { setTimeout as wait } from 'node:timers/promises';

import type { LoggedRequest } from '../../sandbox/requestLog';
import { sessionTokens } from './requests';
import { atOnce, attempts, calls, items, ownCredential, tokenOf } from './sessionRuns';
import { useIotum } from './setup';

// One session for all items, parallel requests, runs and workflows.

const iotum = useIotum();

const ADD_CONTACT = '/enterprise_api/contact/create';
const contactOfItem = {
	ownerType: 'host',
	hostId: '52',
	contacts: {
		values: [{ name: '=Contact {{ $json.number }}', email: '=c{{ $json.number }}@a.de' }],
	},
};

/** The name of the contact that a request adds. */
const nameIn = ({ body }: LoggedRequest) => /Contact \d+/.exec(JSON.stringify(body))?.[0];

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
	expect(signIn).toMatchObject({
		method: 'POST',
		path: '/enterprise_api/authenticate',
		body: { api_token: credentials.iotumApi.apiToken },
	});
	expect(others).toHaveLength(100);
	expect(sessionTokens(others)).toHaveLength(1);
	expect(Object.keys(Object(signIn?.body))).toEqual(['api_token']);
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

describe.each([
	{ what: 'expires', end: 'expireSessions' as const },
	{ what: 'is dropped by the vendor', end: 'dropSessions' as const },
])('a session that $what in the middle of 1,000 items, 10 at a time', ({ end }) => {
	it('is opened again once, and every item is done exactly once', async () => {
		const setup = iotum();
		const { control, vendor } = setup;
		const credentials = ownCredential(setup);
		const before = (await vendor.contacts()).length;
		// Slow enough for ten requests to be under way.
		await control.fault({ kind: 'delay', ms: 20, path: ADD_CONTACT, times: 'always' });
		const running = setup.run('contact.create', {
			inputs: { ...contactOfItem, options: atOnce(10) },
			items: items(1000),
			credentials,
		});
		while ((await control.requests({ path: ADD_CONTACT })).length < 400) await wait(20);
		await vendor[end]();
		const { status, json } = await running;

		expect(status).toBe('success');
		const names = items(1000).map(({ number }) => `Contact ${number}`);
		expect(json.map(({ name }) => name)).toEqual(names);
		const added = (await vendor.contacts()).slice(before).map(({ fields }) => fields.name);
		expect(added.sort()).toEqual([...names].sort());
		expect(await vendor.signIns()).toEqual({ count: 2 });
		expect(await attempts(setup)).toBe(2);

		const requests = await calls(setup);
		const rejected = requests.filter((request) => request.status === 401);
		expect(rejected.length).toBeGreaterThan(0);
		expect(rejected.length).toBeLessThanOrEqual(10);
		expect(requests).toHaveLength(1000 + rejected.length);
		const [oldToken, newToken, ...more] = sessionTokens(requests);
		expect([oldToken === newToken, more]).toEqual([false, []]);
		for (const name of rejected.map(nameIn)) {
			const tries = requests.filter((request) => nameIn(request) === name);
			expect(tries.map(({ status: answered }) => answered)).toEqual([401, 200]);
			expect(tries.map(tokenOf)).toEqual([oldToken, newToken]);
		}
		expect(Math.max(...requests.map(({ concurrent }) => concurrent))).toBe(10);
	}, 120_000);
});

it('opens a session again in a later run, once for all its items', async () => {
	const setup = iotum();
	const run = {
		inputs: { options: atOnce(10) },
		items: items(30),
		credentials: ownCredential(setup),
	};
	await setup.run('domain.getDescendants', run);
	await setup.control.advanceClock({ minutes: 61 });
	const { status } = await setup.run('domain.getDescendants', run);
	expect(status).toBe('success');
	expect(await attempts(setup)).toBe(2);
	const rejected = (await calls(setup)).filter((request) => request.status === 401);
	expect(rejected.length).toBeLessThanOrEqual(10);
});
