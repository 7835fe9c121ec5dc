import type { IDataObject } from 'n8n-workflow';

import type { Callable } from '../kit/definition';
import { path, type Path } from '../kit/path';
import { picker } from '../kit/picker';
import { isRecord } from '../kit/record';
import { get } from '../kit/request';
import { enterpriseOf } from './enterprise';
import { NEWEST } from './parameters';

const list = (at: Path): Callable<IDataObject> => ({
	repeatable: true,
	request: (query) => get(at, { query }),
});

const usersOfEnterprise: Callable<{ enterpriseId: string }> = {
	repeatable: true,
	request: ({ enterpriseId }) => get(path`/enterprises/${enterpriseId}/users`),
};

/** The first of the entries that has a text or number. */
const first = (record: IDataObject, ...names: string[]): string => {
	const found = names
		.map((name) => record[name])
		.find((value) => (typeof value === 'string' && value !== '') || typeof value === 'number');
	return found === undefined ? '' : String(found);
};

const loginOf = (user: IDataObject) => first(user, 'username', 'login', 'email', 'id');

/** The users of the enterprise. The vendor documents the list, but not its records. */
export const agents = picker({
	method: 'searchAgents',
	listed: usersOfEnterprise,
	values: async (_current, tools) => ({ enterpriseId: await enterpriseOf(tools) }),
	label: (user) => `${first(user, 'name', 'nickname') || 'User'} (${loginOf(user)})`,
	value: loginOf,
});

export const conferences = picker({
	method: 'searchConferences',
	listed: list(path`/conferences`),
	values: (_current, _tools, search) => ({ ...NEWEST, ...(search !== '' && { search }) }),
	isSearched: true,
	label: (conference) => {
		const { id, start_time: start, status } = conference;
		return `${first(conference, 'name') || 'Conference'} (${id}, ${status}, ${start})`;
	},
});

export const tickets = picker({
	method: 'searchTickets',
	listed: list(path`/tickets`),
	values: () => NEWEST,
	exactly: (reference) => ({ ...NEWEST, reference }),
	label(ticket) {
		const { id, state, created, requestor } = ticket;
		const customer = isRecord(requestor) ? first(requestor, 'name', 'email', 'phone') : '';
		const about = [first(ticket, 'reference'), first(ticket, 'name') || customer];
		return `${about.filter(Boolean).join(', ') || 'Ticket'} (${id}, ${state}, ${created})`;
	},
});

/** The lists behind the pickers of this node. */
export const pickers = [agents, conferences, tickets];
