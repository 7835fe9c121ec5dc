import type { INodeParameters } from 'n8n-workflow';

import { TICKET_STATES, type TicketState } from '../../sandbox/apizee/tickets/types';
import { another, pass, worldOf, type Plan } from './pollingWorld';
import type { ApizeeSetup } from './setup';

export const TICKET_STEPS = [
	...(['ticket', 'many tickets', 'same moment', 'another state', 'deletion', 'time'] as const),
];

/** What happens to tickets: they come, go from state to state and back, and are deleted. */
function happenings({ vendor, troubled }: ApizeeSetup & Plan) {
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
			if ((await vendor.tickets()).length < (troubled ? 30 : 250)) await add(110);
		},
		async 'same moment'() {
			const created = new Date(Date.now() - 3_600_000).toISOString();
			for (let times = 0; times < 3; times++) await vendor.addTickets({ created });
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

/** So many tickets that a look has several pages, of which the newest one is gone after the first. */
function slip({ vendor }: ApizeeSetup) {
	return {
		async appear() {
			const missing = 130 - (await vendor.tickets()).length;
			await vendor.addTickets({ count: Math.max(2, missing), state: 'done' });
		},
		async vanish() {
			const newest = (await vendor.tickets()).at(-1)?.id;
			if (newest !== undefined) await vendor.deleteTicket(newest);
		},
	};
}

export const ticketDone = async (setup: ApizeeSetup & Plan) =>
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
		{ key: ({ id }) => id, steps: happenings(setup), slip: slip(setup) },
		setup,
	);

export const ticketStateChanged = async (
	setup: ApizeeSetup & Plan,
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
			slip: slip(setup),
		},
		setup,
	);

export const ticketDoneOrClosed = async (setup: ApizeeSetup & Plan) =>
	await ticketStateChanged(setup, isOver, { filters: { ticketStates: ['done', 'closed'] } });
