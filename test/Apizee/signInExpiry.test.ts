import { setTimeout as wait } from 'node:timers/promises';

import {
	atOnce,
	attempts,
	calls,
	items,
	LOOK,
	looking,
	ownCredential,
	tokensOf,
} from './signInRuns';
import { useApizee } from './setup';

// Tokens that end while items are worked on, or between two runs.

const apizee = useApizee();

const CONFERENCES = '/api/conferences';

describe.each([
	{ what: 'expires', end: 'expireTokens' as const },
	{ what: 'is revoked', end: 'revokeTokens' as const },
])('a token that $what in the middle of 300 items, 10 at a time', ({ end }) => {
	it('is renewed once, and every item is done exactly once', async () => {
		const setup = apizee();
		const { control, vendor } = setup;
		// Slow enough for ten requests to be under way.
		await control.fault({ kind: 'delay', ms: 20, path: CONFERENCES, times: 'always' });
		const running = setup.run('conference.create', {
			inputs: {
				participants: 'ada@example.com',
				additionalFields: { name: '=Item {{ $json.number }}' },
				options: atOnce(10),
			},
			items: items(300),
			credentials: ownCredential(setup),
		});
		while ((await control.requests({ path: CONFERENCES })).length < 120) await wait(20);
		await vendor[end]();
		const { status, json } = await running;

		expect(status).toBe('success');
		const names = items(300).map(({ number }) => `Item ${number}`);
		expect(json.map(({ name }) => name)).toEqual(names);
		const made = (await vendor.conferences()).map(({ name }) => name);
		expect(made.filter((name) => name.startsWith('Item')).sort()).toEqual([...names].sort());
		expect(await attempts(setup)).toBe(2);

		const requests = await calls(setup);
		const rejected = requests.filter((request) => request.status === 401);
		expect(rejected.length).toBeGreaterThan(0);
		expect(rejected.length).toBeLessThanOrEqual(10);
		expect(requests).toHaveLength(300 + rejected.length);
		expect(tokensOf(requests)).toHaveLength(2);
		expect(tokensOf(rejected)).toEqual(tokensOf(requests).slice(0, 1));
	}, 120_000);
});

it('a token of yesterday is renewed in the next run, once for all its items', async () => {
	const setup = apizee();
	const run = {
		inputs: looking(atOnce(10)),
		items: items(30),
		credentials: ownCredential(setup),
	};
	await setup.run(LOOK, run);
	await setup.control.advanceClock({ hours: 24, seconds: 1 });
	const { status, json } = await setup.run(LOOK, run);
	expect([status, json.length]).toEqual(['success', 30]);
	expect(await attempts(setup)).toBe(2);
	const rejected = (await calls(setup)).filter((request) => request.status === 401);
	expect(rejected.length).toBeLessThanOrEqual(10);
});

it('a token that ends between two pages of a list is renewed there', async () => {
	const setup = apizee();
	const { control, vendor } = setup;
	const added = await vendor.addConferences({ count: 150 });
	const body = { error: 'The access token has expired.' };
	await control.fault({ kind: 'status', status: 401, body, path: CONFERENCES, after: 1 });
	const { json, error } = await setup.run('conference.getAll', {
		inputs: { returnAll: true },
		credentials: ownCredential(setup),
	});
	expect(error).toBeUndefined();
	expect(new Set(json.map(({ id }) => id)).size).toBe(added.length + 1);
	expect(await attempts(setup)).toBe(2);
});

it('a token that is rejected again right after its renewal is not renewed for ever', async () => {
	const setup = apizee();
	const { control } = setup;
	const credentials = ownCredential(setup);
	await setup.run(LOOK, { inputs: looking(), credentials });
	await control.clearRequests();
	const body = { error: 'The user is locked.' };
	await control.fault({ kind: 'status', status: 401, body, path: '/api/conf*', times: 'always' });
	const { json } = await setup.run(LOOK, {
		inputs: looking(atOnce(5)),
		items: items(10),
		credentials,
		continueOnFail: true,
	});
	for (const [index, { error, message }] of json.entries()) {
		expect(error).toBe(
			`Apizee does not accept the token that it has just given: The user is locked. [item ${index}]`,
		);
		expect(message).toMatch(/^Try again later; if it stays so, ask the vendor about this user\. /);
	}
	expect(json).toHaveLength(10);
	expect(await attempts(setup)).toBe(1);
	expect(await calls(setup)).toHaveLength(5 + 10);
});

it('two workflows that notice at once that the token has ended renew it once', async () => {
	const setup = apizee();
	const credentials = ownCredential(setup);
	const run = { inputs: looking(atOnce(10)), items: items(20), credentials };
	await setup.run(LOOK, run);
	await setup.vendor.expireTokens();
	const results = await Promise.all([setup.run(LOOK, run), setup.run('session.getAll', run)]);
	expect(results.map(({ status }) => status)).toEqual(['success', 'success']);
	expect(await attempts(setup)).toBe(2);
});
