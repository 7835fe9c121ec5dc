import { options } from '../../kit/collection';
import { polledEvent } from '../../kit/event';
import { seen } from '../../kit/seen';
import { withAgentLink } from '../ticket/fields';
import { daysToWatch, ticketsSince, windowOf } from './recent';

/** A ticket may be closed before the next look has seen it done. */
const DONE = ['done', 'closed'];

export const ticketDone = polledEvent({
	name: 'Ticket Done',
	description: 'The assistance is over: a ticket is done, or already closed',
	docs: 'seed 003, "Get a ticket ID from a reference" (state); VENDOR-FACTS.md, "Ticket states"',
	fields: { options: options({ daysToWatch }) },
	includesExisting: false,
	async look(tools, { options: { daysToWatch: days } }, state) {
		const before = seen(state);
		const { from, since } = windowOf(state, days);
		const tickets = await ticketsSince(from, tools);
		const isDone = (id: string) => DONE.includes(String(tickets.get(id)?.state));
		const done = [...tickets.keys()].filter(isDone);
		const found = [...tickets]
			.filter(([id]) => isDone(id) && !before.has(id))
			.map(([, ticket]) => withAgentLink(ticket));
		// One that was taken up again is forgotten, so that its next end is found.
		const left = [...tickets.keys()].filter((id) => !isDone(id));
		return { found, state: { since, ...before.next(done, { isWhole: false, left }) } };
	},
});
