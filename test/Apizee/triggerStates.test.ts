import { useApizee } from './setup';
import { published, secretHeader, send, started } from './triggerWorkflow';

const apizee = useApizee();

const STATES = [
	...(['new', 'open', 'invited', 'inprogress', 'done', 'closed'] as const),
	...(['rejected', 'declined', 'expired', 'cancelled'] as const),
];

const otherState = {
	status: 200,
	data: { message: 'Nothing to do: the ticket is in another state' },
};

/** A published workflow that wants tickets in some states, and a way to report to it. */
async function watching(ticketStates: unknown, events = ['any']) {
	const filters = { ticketStates: Object(ticketStates) };
	const { active, url } = await published(apizee(), { events, filters });
	let time = 0;
	const report = async (props: unknown, object = 'ticket', event = 'update') => {
		const body = { event, time: ++time, object, objectId: 82070, props };
		return await send(url, body, secretHeader(apizee()));
	};
	return { active, report };
}

describe('Filters > Ticket States', () => {
	test.each(STATES)('%s alone lets no ticket in another state through', async (state) => {
		const { vendor } = apizee();
		const [ticket] = await vendor.addTickets();
		const { active } = await watching([state]);
		for (const other of STATES) await vendor.setTicketState(ticket?.id ?? 0, other);
		expect(started(await active.executions())).toMatchObject([
			{ objectId: ticket?.id, props: { state } },
		]);
		expect((await vendor.deliveries()).map(({ status }) => status)).toEqual(STATES.map(() => 200));
	});

	test('two that only come in webhooks, "opened" and "updated"', async () => {
		const { active, report } = await watching(['opened', 'updated']);
		for (const state of ['opened', 'open', 'updated']) await report({ state });
		expect(started(await active.executions())).toMatchObject([
			{ props: { state: 'opened' } },
			{ props: { state: 'updated' } },
		]);
	});

	test.each<[unknown]>([[['done']], [{ state: 'done' }], ['Done'], ['done '], [null], [7]])(
		'lets no ticket through whose state only looks like it: %j',
		async (state) => {
			const { active, report } = await watching(['done']);
			expect(await report({ state })).toEqual(otherState);
			expect(await active.executions()).toEqual([]);
		},
	);

	test('holds for whatever happens to a ticket: also when it is created or deleted', async () => {
		const { active, report } = await watching(['done']);
		for (const event of ['create', 'update', 'delete']) {
			expect(await report({ state: 'invited' }, 'ticket', event)).toEqual(otherState);
			await report({ state: 'done' }, 'ticket', event);
		}
		expect(started(await active.executions()).map((body) => body?.event)).toEqual([
			...['create', 'update', 'delete'],
		]);
	});

	test('leaves alone what is no ticket, whatever state it has', async () => {
		const { active, report } = await watching(['done']);
		for (const object of ['media', 'conversation', 'conversationevent', 'smsmessage']) {
			await report({ state: 'open' }, object, 'create');
			await report({}, object, 'create');
		}
		expect(await active.executions()).toHaveLength(8);
	});

	test.each([
		['no state', {}],
		['a state that is null', { state: null }],
		['a state that is a list', { state: [] }],
		['one that only begins so', { state: 'done_' }],
		['no props', undefined],
		['props that are a list', ['done']],
		['props that are a text', 'done'],
	])('lets no ticket through that has %s', async (_case, props) => {
		const { active, report } = await watching(['done']);
		expect(await report(props)).toEqual(otherState);
		expect(await active.executions()).toEqual([]);
	});

	test('works together with events', async () => {
		const { active, report } = await watching(
			['done', 'closed'],
			['ticket.update', 'media.create'],
		);
		await report({ state: 'done' }, 'ticket', 'create');
		await report({ state: 'invited' });
		await report({ state: 'closed' });
		await report({}, 'media', 'create');
		await report({}, 'media', 'update');
		expect(started(await active.executions())).toMatchObject([
			{ object: 'ticket', props: { state: 'closed' } },
			{ object: 'media', event: 'create' },
		]);
	});

	test('left empty, lets tickets in any state through, also in one that nobody knows yet', async () => {
		const { active, report } = await watching([]);
		for (const props of [{ state: 'done' }, { state: 'parked' }, {}]) await report(props);
		expect(await active.executions()).toHaveLength(3);
	});
});
