import type { IDataObject } from 'n8n-workflow';

import { selection } from '../../kit/choice';
import { filters, options } from '../../kit/collection';
import { polledEvent } from '../../kit/event';
import { isRecord } from '../../kit/record';
import { STATES } from '../states';
import { withAgentLink } from '../ticket/fields';
import { daysToWatch, ticketsSince, windowOf } from './recent';

export const ticketStateChanged = polledEvent({
	name: 'Ticket State Changed',
	description: 'A ticket has another state than at the last look, or is new',
	docs: 'seed 003, "Get a ticket ID from a reference" (state); VENDOR-FACTS.md, "Ticket states"',
	fields: {
		filters: filters({
			ticketStates: selection('Ticket States', STATES, {
				default: [],
				description: 'Only tickets that are in one of these states now; left empty, in any',
			}),
		}),
		options: options({ daysToWatch }),
	},
	includesExisting: false,
	async look(tools, { filters: { ticketStates = [] }, options: { daysToWatch: days } }, state) {
		const last = isRecord(state?.states) ? state.states : {};
		const missed = isRecord(state?.missed) ? state.missed : {};
		const { from, since } = windowOf(state, days);
		const tickets = await ticketsSince(from, tools);
		const changed = [...tickets].flatMap(([id, ticket]): IDataObject[] => {
			const previous = last[id] ?? missed[id] ?? null;
			return (ticket.state ?? null) === previous ? [] : [{ ...ticket, previous_state: previous }];
		});
		const found = changed
			.filter(({ state: now }) => ticketStates.length === 0 || ticketStates.includes(String(now)))
			.map(withAgentLink);
		const states = Object.fromEntries([...tickets].map(([id, ticket]) => [id, ticket.state]));
		// A list that changes while it is read may leave a ticket out once.
		const absent = Object.fromEntries(Object.entries(last).filter(([id]) => !tickets.has(id)));
		return { found, state: { since, states, missed: absent } };
	},
});
