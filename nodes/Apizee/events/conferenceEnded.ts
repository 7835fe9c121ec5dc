import { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

import { options } from '../../kit/collection';
import { polledEvent } from '../../kit/event';
import { isRecord } from '../../kit/record';
import { seen } from '../../kit/seen';
import { getAll } from '../conference/getAll';
import { NEWEST } from '../parameters';
import { daysToWatch, times, windowOf } from './recent';

/** The statuses of the vendor's samples; any other one is an end. Source: seed 003, "/conferences". */
const BEFORE_END = ['scheduled', 'ongoing'];

/** Whether a conference is over; one without a status is not. */
const isOver = ({ status }: IDataObject): boolean =>
	typeof status === 'string' && status !== '' && !BEFORE_END.includes(status);

const ids = (conferences: IDataObject[]): string[] => conferences.map(({ id }) => String(id));

/** When a conference was made and when it begins, as far as it tells. */
const beginning = ({ created, start_time: start }: IDataObject) => times(created, start);

/** The earlier time of each conference by its ID: from there on a list has it. */
const awaitedSince = (conferences: IDataObject[]): IDataObject =>
	Object.fromEntries(
		conferences.map((conference) => [
			String(conference.id),
			DateTime.min(DateTime.utc(), ...beginning(conference)).toISO(),
		]),
	);

export const conferenceEnded = polledEvent({
	name: 'Conference Ended',
	description: 'A conference is neither scheduled nor ongoing any more',
	docs: 'seed 003, "Get a Conference ID by name" (status)',
	fields: { options: options({ daysToWatch }) },
	includesExisting: false,
	async look(tools, { options: { daysToWatch: days } }, state) {
		const before = seen(state?.over);
		const awaited = isRecord(state?.awaited) ? state.awaited : {};
		const { from, since } = windowOf(state, days);
		// A conference that was planned long ago is to be in the list of the look that finds its end.
		const earliest = DateTime.min(from, ...times(...Object.values(awaited)));
		const list = await tools.all(getAll, { filters: { ...NEWEST, since: earliest } });
		const over = list.records.filter(isOver);
		const running = list.records.filter((conference) => !isOver(conference));
		const isInWindow = (conference: IDataObject) => {
			const known = beginning(conference);
			return known.length === 0 || known.some((time) => time >= from);
		};
		const found = over.filter(
			(conference) =>
				!before.has(String(conference.id)) &&
				(Object.hasOwn(awaited, String(conference.id)) || isInWindow(conference)),
		);
		const expected = running.filter(({ end_time: end }) => times(end).every((time) => time > from));
		const next = before.next(ids(over), { isWhole: list.isWhole, left: ids(running) });
		return { found, state: { since, awaited: awaitedSince(expected), over: next } };
	},
});
