import type { INodeParameters } from 'n8n-workflow';

import { TICKET_STATES, type TicketState } from '../../sandbox/apizee/tickets/types';
import { another, check, pass, worldOf } from './pollingWorld';
import { useApizee, type ApizeeSetup } from './setup';

const apizee = useApizee();

const STEPS = ['ticket', 'many tickets', 'another state', 'deletion', 'time'] as const;

/** What happens to tickets: they come, go from state to state and back, and are deleted. */
function happenings({ vendor }: ApizeeSetup) {
	const some = another();
	const state = another();
	const add = async (count: number) =>
		await vendor.addTickets({
			count,
			state: state<TicketState>(['new', 'done', 'new', 'invited']),
		});
	const any = async () => some(await vendor.tickets())?.id;
	return {
		ticket: async () => await add(1),
		async 'many tickets'() {
			// So that a look has several pages, but does not take ages.
			if ((await vendor.tickets()).length < 250) await add(110);
		},
		async 'another state'() {
			for (let times = 0; times < 3; times++) {
				const id = await any();
				const states: TicketState[] = ['inprogress', 'done', 'open', 'closed', ...TICKET_STATES];
				if (id !== undefined) await vendor.setTicketState(id, state(states) ?? 'done');
			}
		},
		async deletion() {
			const id = await any();
			if (id !== undefined) await vendor.deleteTicket(id);
		},
		time: pass,
	};
}

/** The tickets of the enterprise that a look sees. */
const ticketsOf = async ({ vendor }: ApizeeSetup, since: number) =>
	(await vendor.tickets()).filter(
		({ enterpriseId, created }) => enterpriseId === 1 && created >= since,
	);

const isOver = (state: unknown) => state === 'done' || state === 'closed';

const ticketDone = async (setup: ApizeeSetup) =>
	await worldOf(
		{
			event: 'ticketDone',
			see: async (since) =>
				new Map(
					(await ticketsOf(setup, since))
						.filter(({ state }) => isOver(state))
						.map(({ id }) => [id, true]),
				),
		},
		{ key: ({ id }) => id, steps: happenings(setup) },
	);

const stateChanged = async (
	setup: ApizeeSetup,
	isWanted: (state: unknown) => boolean = () => true,
	inputs: INodeParameters = {},
) =>
	await worldOf(
		{
			event: 'ticketStateChanged',
			inputs,
			see: async (since) =>
				new Map((await ticketsOf(setup, since)).map(({ id, state }) => [id, state])),
			due: (id, before, now) => (isWanted(now) ? [id, before, now] : undefined),
		},
		{
			key: ({ id, previous_state: before, state }) => [id, before, state],
			steps: happenings(setup),
		},
	);

describe('whatever happens between the looks, each thing is handed over once', () => {
	test.each([
		['Ticket Done', ticketDone],
		['Ticket State Changed', stateChanged],
		[
			'Ticket State Changed, to some states only',
			async (setup: ApizeeSetup) =>
				await stateChanged(setup, isOver, { filters: { ticketStates: ['done', 'closed'] } }),
		],
	])('%s', async (_event, begin) => await check(apizee(), STEPS, begin), 180_000);
});
