import { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

import { whole } from '../../kit/choice';
import type { Tools } from '../../kit/tools';
import { NEWEST } from '../parameters';
import { getAll } from '../ticket/getAll';

const DAYS = 7;

/** How far back each look goes. */
export const daysToWatch = whole('Days to Watch', {
	default: DAYS,
	minimum: 1,
	maximum: 366,
	description:
		'How many days back each look goes, by the day of creation. A hundred records cost one of the requests that the vendor grants a minute.',
});

/** The times that can be read, in UTC. */
export const times = (...values: unknown[]): Array<DateTime<true>> =>
	values
		.map((value) => DateTime.fromISO(String(value), { zone: 'utc' }))
		.filter((time): time is DateTime<true> => time.isValid);

/**
 * From when on a look watches, and what the next one is to know of it: never from further back, so that
 * more days to watch do not bring up what is past, and from no later than the look before, however long
 * that was ago.
 */
export function windowOf(state: IDataObject | undefined, days = DAYS) {
	const watched = DateTime.utc().minus({ days });
	const [from = watched] = times(state?.since);
	return { from, since: DateTime.max(from, watched).toISO() };
}

/** The tickets made since then, each once, by ID. */
export async function ticketsSince(
	since: DateTime,
	tools: Tools,
): Promise<Map<string, IDataObject>> {
	const isBefore = (time: DateTime) => time < since;
	const tickets = new Map<string, IDataObject>();
	for await (const ticket of tools.records(getAll, { filters: NEWEST })) {
		const { id, created, modified, start_time: start } = ticket;
		// The vendor has no filter for the age, and does not say by which of its dates it sorts.
		const known = times(created, modified, start);
		if (known.length > 0 && known.every(isBefore)) break;
		if (!times(created).some(isBefore)) tickets.set(String(id), ticket);
	}
	return tickets;
}
