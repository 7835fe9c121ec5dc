import { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

import { whole } from '../../kit/choice';
import type { Tools } from '../../kit/tools';
import { getAll } from '../ticket/getAll';

/** Sorts a list so that a look can stop early. */
export const NEWEST = { orderby: 'date', order: 'desc' };

const DAYS = 7;

/** How far back each look goes. */
export const daysToWatch = whole('Days to Watch', {
	default: DAYS,
	minimum: 1,
	maximum: 366,
	description:
		'How many days back each look goes, by the day of creation. A hundred records cost one of the requests that the vendor grants a minute.',
});

/** The time from which on things are watched. */
export const watchedSince = (days = DAYS) => DateTime.utc().minus({ days });

/** Whether a record was made or changed since then; one that does not tell counts as such. */
const isRecent = ({ created, modified }: IDataObject, since: DateTime): boolean => {
	const times = [created, modified]
		.map((time) => DateTime.fromISO(String(time)))
		.filter((time) => time.isValid);
	return times.length === 0 || times.some((time) => time >= since);
};

/** The tickets that are watched, each once, by ID. The vendor has no filter for their age. */
export async function recentTickets(
	tools: Tools,
	days?: number,
): Promise<Map<string, IDataObject>> {
	const since = watchedSince(days);
	const tickets = new Map<string, IDataObject>();
	for await (const ticket of tools.records(getAll, { filters: NEWEST })) {
		if (!isRecent(ticket, since)) break;
		tickets.set(String(ticket.id), ticket);
	}
	return tickets;
}
