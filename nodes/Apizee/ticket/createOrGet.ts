import type { IDataObject } from 'n8n-workflow';

import { additionalFields } from '../../kit/collection';
import type { Callable } from '../../kit/definition';
import { isThrown } from '../../kit/error';
import { text, type Values } from '../../kit/field';
import { path } from '../../kit/path';
import { idOf, textOf } from '../../kit/record';
import { get } from '../../kit/request';
import { task } from '../../kit/task';
import type { Tools } from '../../kit/tools';
import { inTurn } from '../../kit/turns';
import { NEWEST, scope } from '../parameters';
import { create } from './create';
import { details, people, reference, SIMPLE, withAgentLink } from './fields';
import { getAll } from './getAll';

const fields = {
	...people,
	reference: text('Reference', { required: true, ...reference }),
	additionalFields: additionalFields(details),
};

type Wanted = Values<typeof fields>;

export const createOrGet = task({
	name: 'Create or Get',
	action: 'Create or get a ticket',
	description: 'Get the newest ticket of a reference, or create it when there is none',
	docs: 'seed 003, "Get a ticket ID from a reference"; "Get a video assistance room"',
	fields,
	simplify: [...SIMPLE.filter((entry) => entry !== 'name'), 'was_created'],
	check: (values) => {
		// Built for its checks: nothing is to be wrong only when the ticket turns out to be new.
		create.request(newTicket(values));
	},
	async run(values, tools) {
		// Items with the same reference would each create a ticket.
		const turn = [tools.origin, 'ticket', values.reference];
		const ticket = await inTurn(turn, async () => {
			const known = await find(values, tools);
			return known ? { ...known, was_created: false } : await created(values, tools);
		});
		return [{ json: withAgentLink(ticket) }];
	},
});

const newTicket = ({ reference: key, additionalFields, ...people }: Wanted) => ({
	...people,
	additionalFields: { ...additionalFields, reference: key },
});

/** A new ticket. When the answer is lost on the way, the ticket may be there all the same. */
async function created(values: Wanted, tools: Tools): Promise<IDataObject> {
	const ticket = await tools.call(create, newTicket(values)).catch(async (error: unknown) => {
		// Should this look fail as well, what counts is that the outcome is unknown.
		const look = async () => await find(values, tools).catch(() => undefined);
		const made = isRefused(error) ? undefined : await look();
		if (made === undefined) throw error;
		return made;
	});
	return { ...ticket, was_created: true };
}

/** Whether the vendor has certainly not done what was asked. */
const isRefused = (error: unknown): boolean =>
	!isThrown(error, 'NodeApiError') || String(error.httpCode).startsWith('4');

/**
 * The newest ticket with exactly this reference. The list leaves out what the links are made of, so
 * the ticket is read once more then.
 */
async function find(
	{ reference: key, additionalFields: { ssoLink } }: Wanted,
	tools: Tools,
): Promise<IDataObject | undefined> {
	const newest = { filters: { ...NEWEST, reference: key } };
	for await (const ticket of tools.records(getAll, newest)) {
		if (textOf(ticket.reference) !== key) continue;
		if (ticket.agent_url !== undefined && !ssoLink) return ticket;
		const id = idOf(ticket.id, `Apizee lists the ticket of "${key}"`);
		// Should the vendor not know the scope here, the ticket comes without that link.
		const found = ssoLink && (await tools.callUnless([400, 422], whole, { id, ssoLink }));
		return found || (await tools.call(whole, { id }));
	}
	return undefined;
}

/** A ticket with its links. That the scope works here as it does for a new ticket is inferred. */
const whole: Callable<{ id: string; ssoLink?: boolean }> = {
	repeatable: true,
	request: ({ id, ssoLink }) => get(path`/tickets/${id}`, { query: { scope: scope(ssoLink) } }),
};
