import { setTimeout as wait } from 'node:timers/promises';

import type { LoggedRequest } from '../../sandbox/requestLog';
import { sessionTokens } from './requests';
import { atOnce, attempts, calls, items, ownCredential, tokenOf } from './sessionRuns';
import { useIotum } from './setup';

// Sessions that end while items are worked on, or between two runs.

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
