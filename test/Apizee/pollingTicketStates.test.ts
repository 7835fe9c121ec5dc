import type { TicketState } from '../../sandbox/apizee/tickets/types';
import type { Tick } from '../harness/activeWorkflow';
import { useApizee } from './setup';
import { daysAgo, found, listed, RESTART, watching, withExisting } from './pollingWorkflow';

const apizee = useApizee();

afterEach(() => jest.restoreAllMocks());

async function newTicket(request: object = {}): Promise<number> {
	const [ticket] = await apizee().vendor.addTickets(request);
	return ticket?.id ?? 0;
}

const setState = async (id: number, ...states: TicketState[]) => {
	for (const state of states) await apizee().vendor.setTicketState(id, state);
};

/** Of what a look handed over: number, former state and state; null means nothing new. */
const changes = (ticks: Tick[]) =>
	found(ticks)?.map(({ id, previous_state: before, state }) => [id, before, state]) ?? null;

describe('Ticket State Changed', () => {
	it('hands over each new state once, with the one before', async () => {
		const { engine, vendor, access } = apizee();
		const active = await engine.activate(watching('ticketStateChanged'));
		const id = await newTicket();
		const steps: Array<[string | null, TicketState]> = [
			[null, 'new'],
			['new', 'invited'],
			['invited', 'inprogress'],
			['inprogress', 'done'],
			['done', 'open'],
			['open', 'done'],
			['done', 'closed'],
		];
		for (const [before, state] of steps) {
			await setState(id, state);
			const ticks = await active.tick();
			const record = { ...listed(await vendor.ticket(id), access.url), previous_state: before };
			expect(record.state).toBe(state);
			expect(found(ticks)).toEqual([record]);
			expect(ticks[0]?.execution?.outputs.Next?.[0]?.map(({ json }) => json)).toEqual([record]);
			for (let times = 0; times < 2; times++) expect(found(await active.tick())).toBeNull();
		}
	});

	it('begins with what changes after the workflow was published', async () => {
		const { engine } = apizee();
		const id = await newTicket({ state: 'invited' });
		const active = await engine.activate(watching('ticketStateChanged'));
		expect(found(active.firstTicks)).toBeNull();
		expect(found(await active.tick())).toBeNull();
		await setState(id, 'inprogress');
		expect(changes(await active.tick())).toEqual([[id, 'invited', 'inprogress']]);
	});

	it('with Include Existing, hands over the tickets of the last week as well, once', async () => {
		const { engine } = apizee();
		await newTicket({ created: daysAgo(8) });
		const id = await newTicket({ state: 'done', created: daysAgo(6.5) });
		const active = await engine.activate(watching('ticketStateChanged', withExisting));
		expect(changes(active.firstTicks)).toEqual([[id, null, 'done']]);
		expect(found(await active.tick())).toBeNull();
	});

	it('hands over where a ticket has come to between two looks, and nothing when it is back', async () => {
		const { engine } = apizee();
		const [far, back] = [await newTicket(), await newTicket()];
		const active = await engine.activate(watching('ticketStateChanged'));
		await setState(far, 'invited', 'inprogress', 'done');
		await setState(back, 'open', 'invited', 'new');
		expect(changes(await active.tick())).toEqual([[far, 'new', 'done']]);
		await setState(far, 'open', 'done');
		expect(changes(await active.tick())).toBeNull();
		await setState(back, 'cancelled');
		expect(changes(await active.tick())).toEqual([[back, 'new', 'cancelled']]);
	});

	it('does not hand over that a ticket was deleted', async () => {
		const { engine, vendor } = apizee();
		const id = await newTicket();
		const active = await engine.activate(watching('ticketStateChanged'));
		await setState(id, 'done');
		await vendor.deleteTicket(id);
		for (let times = 0; times < 3; times++) expect(found(await active.tick())).toBeNull();
	});

	it('leaves alone a ticket that tells no state', async () => {
		const { engine, control } = apizee();
		const active = await engine.activate(watching('ticketStateChanged'));
		const body = { total: 2, data: [{ id: 1 }, { id: 2, state: null }] };
		const path = '/api/tickets';
		await control.fault({ kind: 'status', status: 200, path, times: 'always', body });
		for (let times = 0; times < 3; times++) expect(found(await active.tick())).toBeNull();
	});
});

describe('Filters > Ticket States', () => {
	const filters = { ticketStates: ['done', 'cancelled'] };

	it('hands over only tickets that are in one of these states now', async () => {
		const { engine } = apizee();
		const [one, other] = [await newTicket(), await newTicket()];
		const active = await engine.activate(watching('ticketStateChanged', { filters }));
		await setState(one, 'invited');
		expect(found(await active.tick())).toBeNull();
		await setState(one, 'inprogress', 'done');
		await setState(other, 'cancelled');
		const both = [
			[one, 'invited', 'done'],
			[other, 'new', 'cancelled'],
		];
		expect(changes(await active.tick())?.sort()).toEqual(both);
		await setState(one, 'open');
		expect(found(await active.tick())).toBeNull();
		await setState(one, 'done');
		expect(changes(await active.tick())).toEqual([[one, 'open', 'done']]);
	});

	it('tells after a restart the state that n8n had stored, and repeats nothing', async () => {
		const { engine } = apizee();
		const id = await newTicket();
		const active = await engine.activate(watching('ticketStateChanged', { filters }));
		await setState(id, 'invited');
		expect(found(await active.tick())).toBeNull();
		await active.restart(RESTART);
		expect(found(active.firstTicks)).toBeNull();
		await setState(id, 'done');
		expect(changes(await active.tick())).toEqual([[id, 'invited', 'done']]);
		await active.restart(RESTART);
		expect(found(active.firstTicks)).toBeNull();
	});
});
