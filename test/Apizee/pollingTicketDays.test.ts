import type { TicketState } from '../../sandbox/apizee/tickets/types';
import {
	daysAgo,
	found,
	foundIds,
	foundOf,
	letPass,
	RESTART,
	watching,
	withExisting,
} from './pollingWorkflow';
import { useApizee } from './setup';

const apizee = useApizee();

afterEach(() => jest.restoreAllMocks());

async function newTicket(request: object = {}): Promise<number> {
	const [ticket] = await apizee().vendor.addTickets(request);
	return ticket?.id ?? 0;
}

const setState = async (id: number, state: TicketState) =>
	await apizee().vendor.setTicketState(id, state);

describe.each(['ticketDone', 'ticketStateChanged'] as const)('Days to Watch of %s', (event) => {
	it('goes by the day of creation, a week back when left alone', async () => {
		const { engine } = apizee();
		const [old, young] = [
			await newTicket({ created: daysAgo(7.1) }),
			await newTicket({ created: daysAgo(6.9) }),
		];
		const week = await engine.activate(watching(event));
		const eight = await engine.activate(watching(event, { options: { daysToWatch: 8 } }));
		const day = await engine.activate(watching(event, { options: { daysToWatch: 1 } }));
		for (const id of [old, young]) await setState(id, 'done');
		expect(foundIds(await week.tick())).toEqual([young]);
		expect(foundIds(await eight.tick())).toEqual([young, old]);
		expect(found(await day.tick())).toBeNull();
	});

	it('hides no ticket, by whatever date the vendor sorts', async () => {
		const { engine, control } = apizee();
		const active = await engine.activate(watching(event));
		const times = (created: number, modified: number, start: number) => ({
			created: daysAgo(created),
			modified: daysAgo(modified),
			start_time: daysAgo(start),
		});
		const data = [
			{ id: 1, state: 'done', ...times(20, 19, -5) },
			{ id: 2, state: 'done', ...times(20, 0, 20) },
			{ id: 3, state: 'done', ...times(1, 1, 1) },
			{ id: 4, state: 'done', created: null },
			{ id: 5, state: 'done' },
			{ id: 6, state: 'done', ...times(20, 20, 20) },
			{ id: 7, state: 'done', ...times(1, 1, 1) },
		];
		const body = { total: data.length, data };
		await control.fault({ kind: 'status', status: 200, path: '/api/tickets', body });
		// The sixth one is old by every date, so nothing newer is expected after it.
		expect(foundIds(await active.tick())).toEqual([3, 4, 5]);
	});

	it('does not bring a ticket back that has left it, whatever changes before and after', async () => {
		const { engine } = apizee();
		const active = await engine.activate(watching(event));
		const old = await newTicket({ created: daysAgo(6.8), state: 'done' });
		const younger = await newTicket({ created: daysAgo(6.5), state: 'done' });
		expect(foundIds(await active.tick())).toEqual([younger, old]);
		letPass({ days: 1 });
		for (let times = 0; times < 3; times++) expect(found(await active.tick())).toBeNull();
		for (const id of [younger, old]) {
			await setState(id, 'open');
			for (let times = 0; times < 3; times++) expect(found(await active.tick())).toBeNull();
			await setState(id, 'done');
			for (let times = 0; times < 3; times++) expect(found(await active.tick())).toBeNull();
		}
		await active.restart(RESTART);
		expect(found(active.firstTicks)).toBeNull();
	});

	it('does not lose what happened in a pause that was longer', async () => {
		const { engine } = apizee();
		const workflow = watching(event, { options: { daysToWatch: 1 } });
		const before = await engine.activate(workflow);
		const ids = [];
		for (let days = 0; days < 4; days++) {
			ids.push(await newTicket({ state: 'done' }));
			if (days === 0) expect(foundIds(await before.tick())).toEqual(ids);
			if (days === 0) await before.deactivate();
			letPass({ days: 10 });
		}
		const after = await engine.activate(workflow);
		expect(foundIds(after.firstTicks)).toEqual(ids.slice(1).reverse());
		for (let times = 0; times < 2; times++) expect(found(await after.tick())).toBeNull();
	});

	it('is what Include Existing goes by', async () => {
		const { engine } = apizee();
		for (const days of [31, 29, 1]) {
			await newTicket({ created: daysAgo(days), state: 'done', reference: `${days} days` });
		}
		const options = { ...withExisting.options, daysToWatch: 30 };
		const active = await engine.activate(watching(event, { options }));
		expect(foundOf('reference', active.firstTicks)).toEqual(['1 days', '29 days']);
		expect(found(await active.tick())).toBeNull();
	});
});
