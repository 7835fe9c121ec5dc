import { useApizee } from './setup';
import { daysAgo, found, foundIds, listed, watching, withExisting } from './pollingWorkflow';

const apizee = useApizee();

afterEach(() => jest.restoreAllMocks());

/** A new ticket, invited unless the request says otherwise. */
async function newTicket(request: object = {}): Promise<number> {
	const [ticket] = await apizee().vendor.addTickets({ state: 'invited', ...request });
	return ticket?.id ?? 0;
}

const setState = async (id: number, ...states: Parameters<typeof setTo>[1][]) => {
	for (const state of states) await setTo(id, state);
};
const setTo = async (id: number, state: 'open' | 'inprogress' | 'done' | 'closed' | 'cancelled') =>
	await apizee().vendor.setTicketState(id, state);

describe('Ticket Done', () => {
	it('hands over each ticket once, as the vendor lists it, when its assistance is over', async () => {
		const { engine, vendor, access } = apizee();
		const active = await engine.activate(watching('ticketDone'));
		const id = await newTicket({ reference: 'CASE-7' });
		expect(found(await active.tick())).toBeNull();
		await setState(id, 'inprogress');
		expect(found(await active.tick())).toBeNull();
		await setState(id, 'done');

		const ticks = await active.tick();
		const record = listed(await vendor.ticket(id), access.url);
		expect(record).toMatchObject({ state: 'done', reference: 'CASE-7' });
		expect(found(ticks)).toEqual([record]);
		expect(ticks[0]?.execution?.outputs.Next?.[0]?.map(({ json }) => json)).toEqual([record]);
		for (let times = 0; times < 3; times++) expect(found(await active.tick())).toBeNull();
	});

	it('begins with what is done after the workflow was published', async () => {
		const { engine } = apizee();
		await newTicket({ state: 'done' });
		const open = await newTicket();
		const active = await engine.activate(watching('ticketDone'));
		expect(found(active.firstTicks)).toBeNull();
		expect(found(await active.tick())).toBeNull();
		await setState(open, 'done');
		const fresh = await newTicket({ state: 'done' });
		expect(foundIds(await active.tick())?.sort()).toEqual([open, fresh]);
	});

	it('with Include Existing, hands over those of the last week as well, once', async () => {
		const { engine } = apizee();
		await newTicket({ state: 'done', created: daysAgo(8) });
		const ids = [
			await newTicket({ state: 'done', created: daysAgo(6.5) }),
			await newTicket({ state: 'closed', created: daysAgo(2) }),
		];
		await newTicket();
		const active = await engine.activate(watching('ticketDone', withExisting));
		expect(foundIds(active.firstTicks)?.sort()).toEqual(ids);
		expect(found(await active.tick())).toBeNull();
	});

	it('hands over a ticket that was closed before a look saw it done, and not again when closed later', async () => {
		const { engine } = apizee();
		const active = await engine.activate(watching('ticketDone'));
		const [quick, slow] = [await newTicket(), await newTicket()];
		await setState(quick, 'inprogress', 'done', 'closed');
		await setState(slow, 'inprogress', 'done');
		expect(foundIds(await active.tick())?.sort()).toEqual([quick, slow]);
		await setState(slow, 'closed');
		expect(found(await active.tick())).toBeNull();
	});

	it('hands over a ticket that was taken up again when it is done again', async () => {
		const { engine } = apizee();
		const active = await engine.activate(watching('ticketDone'));
		const id = await newTicket({ state: 'done' });
		for (let times = 0; times < 3; times++) {
			expect(foundIds(await active.tick())).toEqual([id]);
			await setState(id, 'open');
			expect(found(await active.tick())).toBeNull();
			await setState(id, 'inprogress', 'done');
		}
		expect(foundIds(await active.tick())).toEqual([id]);
		// Between two looks it cannot be told.
		await setState(id, 'open', 'done');
		expect(found(await active.tick())).toBeNull();
	});

	it.each(['new', 'open', 'invited', 'inprogress', 'rejected', 'declined', 'expired', 'cancelled'])(
		'leaves tickets alone that are %s',
		async (state) => {
			const { engine } = apizee();
			const active = await engine.activate(watching('ticketDone', withExisting));
			await newTicket({ state });
			expect(found(await active.tick())).toBeNull();
		},
	);

	it('does not hand over what was deleted before a look', async () => {
		const { engine, vendor } = apizee();
		const active = await engine.activate(watching('ticketDone'));
		const [gone, kept] = [await newTicket({ state: 'done' }), await newTicket({ state: 'done' })];
		await vendor.deleteTicket(gone);
		expect(foundIds(await active.tick())).toEqual([kept]);
		await vendor.deleteTicket(kept);
		expect(found(await active.tick())).toBeNull();
	});
});
