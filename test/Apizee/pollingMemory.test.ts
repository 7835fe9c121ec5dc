import { stored } from '../polling';
import { EVENTS, make, numbers } from './pollingThings';
import { found, foundIds, letPass, RESTART, watching, withExisting } from './pollingWorkflow';
import { useApizee } from './setup';

const apizee = useApizee();

afterEach(() => jest.restoreAllMocks());

describe.each(EVENTS)('what is remembered for %s', (event) => {
	const kept = (workflow: Parameters<typeof stored>[1]) =>
		JSON.stringify(stored(apizee().engine, workflow)).length;

	it('counts as nothing when it is damaged', async () => {
		const { engine } = apizee();
		const workflow = watching(event, withExisting);
		const ids = await make(apizee(), event, 2);
		const first = await engine.activate(workflow);
		expect(numbers(foundIds(first.firstTicks))).toEqual(ids);
		const { watched } = stored(engine, workflow);
		const since = 'yesterday';
		for (const memory of [
			{},
			{ watched: 7 },
			{ watched, state: 'x' },
			{ watched, state: [] },
			{ watched, state: {} },
			{ watched, state: { since, now: 7, missed: [] } },
			{ watched, state: { since, over: { now: 7, missed: [] }, awaited: 'x' } },
			{ watched, state: { since, states: 'x', missed: 7 } },
		]) {
			engine.staticData.save(String(workflow.id), { 'node:Trigger': memory });
			const active = await engine.activate(workflow);
			expect(numbers(foundIds(active.firstTicks))).toEqual(ids);
			expect(found(await active.tick())).toBeNull();
		}
	});

	it('is not the whole past: what two months bring leaves no trace', async () => {
		const { engine } = apizee();
		const workflow = watching(event);
		const active = await engine.activate(workflow);
		const all: unknown[] = [];
		const sizes: number[] = [];
		for (let looks = 0; looks < 15; looks++) {
			await make(apizee(), event, 10);
			all.push(...(foundIds(await active.tick()) ?? []));
			sizes.push(kept(workflow));
			letPass({ days: 4 });
		}
		expect(new Set(all).size).toBe(150);
		expect(all).toHaveLength(150);
		// A week has 20 things, of which each takes 12 characters, or 20 with its state.
		expect(Math.max(...sizes.slice(-5))).toBeLessThan(1200);
	}, 60_000);

	it('is enough in the form it had some looks before, as n8n keeps it only when something is found', async () => {
		const { engine } = apizee();
		const workflow = watching(event);
		const active = await engine.activate(workflow);
		const first = await make(apizee(), event, 3);
		expect(numbers(foundIds(await active.tick()))).toEqual(first);
		const before = stored(engine, workflow);
		for (let looks = 0; looks < 6; looks++) {
			letPass({ days: 2 });
			expect(found(await active.tick())).toBeNull();
		}
		// None of these looks was kept.
		expect(stored(engine, workflow)).toEqual(before);
		const fresh = await make(apizee(), event, 2);
		await active.restart(RESTART);
		expect(numbers(foundIds(active.firstTicks))).toEqual(fresh);
		for (let looks = 0; looks < 2; looks++) expect(found(await active.tick())).toBeNull();
	});

	it('holds nothing of the credential, and nothing of the customers', async () => {
		const { engine, vendor, credentials, access } = apizee();
		const workflow = watching(event, withExisting);
		await make(apizee(), event, 2);
		await engine.activate(workflow);
		const memory = JSON.stringify(stored(engine, workflow));
		const tokens = (await vendor.tokens()).map(({ token }) => token);
		const { username, password } = credentials.apizeeApi;
		for (const secret of [username, password, access.url, '+33612345678', ...tokens]) {
			expect(memory).not.toContain(secret);
		}
	});
});

test('a thousand tickets of a week are remembered in 40 kB, and looked at in seconds', async () => {
	const { engine } = apizee();
	const workflow = watching('ticketStateChanged', withExisting);
	const ids = await make(apizee(), 'ticketStateChanged', 1000);
	const begun = performance.now();
	const active = await engine.activate(workflow);
	expect(numbers(foundIds(active.firstTicks))).toEqual(ids);
	expect(found(await active.tick())).toBeNull();
	expect((performance.now() - begun) / 1000).toBeLessThan(20);
	expect(JSON.stringify(stored(engine, workflow)).length).toBeLessThan(40_000);
});
