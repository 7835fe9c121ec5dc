import { EVENTS, make } from './pollingThings';
import {
	daysAgo,
	found,
	foundIds,
	letPass,
	watching,
	withExisting,
	withInputs,
} from './pollingWorkflow';
import { useApizee } from './setup';

const apizee = useApizee();

afterEach(() => jest.restoreAllMocks());

describe.each(EVENTS)('%s, run by hand in the editor', (event) => {
	it('shows the ten newest things of the last week and remembers nothing', async () => {
		const { engine } = apizee();
		const ids = await make(apizee(), event, 12);
		for (let times = 0; times < 2; times++) {
			const { status, outputs, staticData } = await engine.run(watching(event));
			expect(status).toBe('success');
			const shown = outputs.Next?.[0]?.map(({ json }) => json.id) ?? [];
			expect(shown).toEqual(ids.slice(2).reverse());
			expect(staticData).toEqual({});
		}
	});

	it('does not disturb the published workflow', async () => {
		const { engine } = apizee();
		const workflow = watching(event);
		const active = await engine.activate(workflow);
		const ids = await make(apizee(), event, 2);
		await engine.run(workflow);
		expect(foundIds(await active.tick())).toEqual(ids.reverse());
		await engine.run(workflow);
		expect(found(await active.tick())).toBeNull();
	});

	it('shows nothing when there is nothing', async () => {
		const { status, outputs } = await apizee().engine.run(watching(event));
		expect(status).toBe('success');
		expect(outputs.Next).toBeUndefined();
	});
});

describe.each(EVENTS)('%s, when the workflow is changed', (event) => {
	it('goes on with other options: what came meanwhile is found, nothing is repeated', async () => {
		const { engine } = apizee();
		const workflow = watching(event, withExisting);
		const known = await make(apizee(), event, 2);
		expect(foundIds((await engine.activate(workflow)).firstTicks)).toEqual(known.reverse());
		const [fresh] = await make(apizee(), event, 1);
		const options = { timeout: 60, includeExisting: false };
		const after = await engine.activate(withInputs(workflow, { event, options }));
		expect(foundIds(after.firstTicks)).toEqual([fresh]);
	});

	it('goes on with more or fewer Days to Watch: older things are no news', async () => {
		const { engine } = apizee();
		const workflow = watching(event);
		await make(apizee(), event, 2);
		letPass({ days: 10 });
		const known = await make(apizee(), event, 2);
		const active = await engine.activate(withInputs(workflow, { event, ...withExisting }));
		expect(foundIds(active.firstTicks)).toEqual(known.reverse());
		for (const daysToWatch of [30, 1, 30]) {
			const [fresh] = await make(apizee(), event, 1);
			const inputs = { event, options: { daysToWatch } };
			const after = await engine.activate(withInputs(workflow, inputs));
			expect(foundIds(after.firstTicks)).toEqual([fresh]);
			expect(found(await after.tick())).toBeNull();
		}
	});

	it('starts anew with another event, and when the first comes back', async () => {
		const { engine } = apizee();
		const workflow = watching(event, withExisting);
		const ids = (await make(apizee(), event, 2)).reverse();
		expect(foundIds((await engine.activate(workflow)).firstTicks)).toEqual(ids);
		const other = EVENTS.find((name) => name !== event) ?? '';
		const between = await engine.activate(withInputs(workflow, { event: other }));
		expect(found(between.firstTicks)).toBeNull();
		expect(foundIds((await engine.activate(workflow)).firstTicks)).toEqual(ids);
	});
});

describe.each(EVENTS)('%s, when looks take longer than the pause between them', (event) => {
	it('hands over each thing once', async () => {
		const { engine, control } = apizee();
		const active = await engine.activate(watching(event));
		const ids = await make(apizee(), event, 2);
		await control.fault({ kind: 'delay', ms: 500, path: '/api/*' });
		const looks = await Promise.all([active.tick(), active.tick()]);
		expect(looks.flatMap((ticks) => foundIds(ticks) ?? [])).toEqual(ids.reverse());
		expect(found(await active.tick())).toBeNull();
	});
});

test('Ticket State Changed goes on with other states to filter by', async () => {
	const { engine, vendor } = apizee();
	const event = 'ticketStateChanged';
	const workflow = watching(event);
	const [ticket] = await vendor.addTickets({ created: daysAgo(1) });
	const id = ticket?.id ?? 0;
	await engine.activate(workflow);
	await vendor.setTicketState(id, 'invited');
	const filters = { ticketStates: ['done'] };
	const after = await engine.activate(withInputs(workflow, { event, filters }));
	expect(found(after.firstTicks)).toBeNull();
	await vendor.setTicketState(id, 'done');
	expect(found(await after.tick())).toMatchObject([{ id, previous_state: 'invited' }]);
});

test('another user in the credential starts anew: what the first had not seen is not handed over', async () => {
	const { engine, vendor, credentials } = apizee();
	const workflow = watching('ticketStateChanged');
	await engine.activate(workflow);
	await vendor.addTickets({ created: daysAgo(1) });
	const [{ username, password } = credentials.apizeeApi] = await vendor.addUsers();
	engine.credentials.apizeeApi = { ...credentials.apizeeApi, username, password };
	const active = await engine.activate(workflow);
	engine.credentials.apizeeApi = credentials.apizeeApi;
	expect(found(active.firstTicks)).toBeNull();
});
