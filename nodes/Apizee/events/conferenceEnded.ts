import { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

import { options } from '../../kit/collection';
import { polledEvent } from '../../kit/event';
import { seen } from '../../kit/seen';
import { getAll } from '../conference/getAll';
import { daysToWatch, NEWEST, watchedSince } from './recent';

/** The statuses of the vendor's samples; any other one is an end. Source: seed 003, "/conferences". */
const BEFORE_END = ['scheduled', 'ongoing'];

/** Whether a conference is over; one without a status is not. */
const isOver = ({ status }: IDataObject): boolean =>
	typeof status === 'string' && status !== '' && !BEFORE_END.includes(status);

/** The times that can be read, in UTC. */
const times = (...values: unknown[]): Array<DateTime<true>> =>
	values
		.map((value) => DateTime.fromISO(String(value), { zone: 'utc' }))
		.filter((time): time is DateTime<true> => time.isValid);

export const conferenceEnded = polledEvent({
	name: 'Conference Ended',
	description: 'A conference is neither scheduled nor ongoing any more',
	docs: 'seed 003, "Get a Conference ID by name" (status)',
	fields: { options: options({ daysToWatch }) },
	includesExisting: false,
	async look(tools, { options: { daysToWatch: days } }, state) {
		const before = seen(state?.over);
		const watched = watchedSince(days);
		const since = DateTime.min(watched, ...times(state?.since));
		const list = await tools.all(getAll, { filters: { ...NEWEST, since } });
		const over = list.records.filter(isOver);
		const running = list.records.filter((conference) => !isOver(conference));
		const found = over.filter(({ id }) => !before.has(String(id)));
		// A conference that was planned long ago is to be in the list of the look that finds its end.
		const awaited = running.filter(({ end_time: end }) =>
			times(end).every((time) => time > watched),
		);
		const starts = awaited.flatMap(({ created, start_time: start }) => times(created, start));
		const ids = (conferences: IDataObject[]) => conferences.map(({ id }) => String(id));
		const next = before.next(ids(over), { isWhole: list.isWhole, left: ids(running) });
		return { found, state: { since: DateTime.min(watched, ...starts).toISO(), over: next } };
	},
});
