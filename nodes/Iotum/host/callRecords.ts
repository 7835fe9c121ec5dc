import { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

import { path } from '../../kit/path';
import { post } from '../../kit/request';
import { textOf } from '../../kit/record';
import type { Tools } from '../../kit/tools';
import { wire } from '../wire';
import { activeCalls } from './getActiveCalls';
import { getConferences } from './getConferences';

interface Filters {
	conferenceId?: number;
	timeZone?: string;
	startDate?: string;
	endDate?: string;
}

interface Wanted {
	hostId: number;
	filters: Filters;
}

/** How many records the vendor gives at most. Source: seed 002, "Hosts" (host/cdrs), note. */
const MOST = 100;

export const callRecords = {
	repeatable: true,
	request: ({ hostId, filters }: Wanted) =>
		post(path`/host/cdrs`, { body: wire({ hostId, ...filters }) }),
};

/**
 * The call records of a host, each once. The vendor gives the first 100 of what is asked for, so a
 * period with more is halved until it is a day, and a day is asked for by its conferences. What one
 * conference has beyond 100 on a day cannot be reached, which a hint tells.
 */
export async function* walkCallRecords(
	{ hostId, filters }: Wanted,
	tools: Tools,
	wanted: number,
): AsyncGenerator<IDataObject> {
	const given = new Set<unknown>();
	yield* fresh(walk(filters));

	/** The records that were not given before. */
	async function* fresh(records: AsyncIterable<IDataObject>): AsyncGenerator<IDataObject> {
		for await (const record of records) {
			if (given.has(record.id)) continue;
			given.add(record.id);
			yield record;
		}
	}

	async function* walk(part: Filters): AsyncGenerator<IDataObject> {
		const { records } = await tools.all(callRecords, { hostId, filters: part });
		if (records.length < MOST || wanted <= records.length) {
			yield* records;
			return;
		}
		const before = given.size;
		for (const smaller of await parts(part, records)) yield* walk(smaller);
		// What the parts did not bring, should the vendor count days in another way.
		yield* records;
		const { startDate: day, endDate, conferenceId } = part;
		const isSmallest = day === endDate && given.size - before <= records.length;
		if (isSmallest) tools.hint(cut(hostId, `on ${day}`, conferenceId));
	}

	async function parts(part: Filters, records: IDataObject[]): Promise<Filters[]> {
		const { startDate, endDate, conferenceId } = part;
		if (startDate === undefined || endDate === undefined) return await bounded(part);
		if (startDate < endDate) return halves(part, startDate, endDate);
		return conferenceId === undefined ? await conferencesOf(part, startDate, records) : [];
	}

	/** A period that has a beginning and an end, from the first conference to the last. */
	async function bounded(part: Filters): Promise<Filters[]> {
		const { timeZone, startDate, endDate } = part;
		const period = { timeZone, startDate, endDate };
		const { records } = await tools.all(getConferences, { hostId, filters: period });
		const days = records.flatMap(({ start_time: start, end_time: end }) =>
			[start, end].map((time) => textOf(time)?.slice(0, 10) ?? ''),
		);
		const known = days.filter((day) => DateTime.fromISO(day).isValid).sort();
		const today =
			DateTime.now()
				.setZone(timeZone ?? 'UTC')
				.toISODate() ?? undefined;
		const first = startDate ?? known[0] ?? endDate ?? today;
		const last = endDate ?? [...known, today].sort().at(-1);
		return [{ ...part, startDate: first, endDate: last }];
	}

	/** A day by its conferences: those of the days around it, those still on, and those seen in it. */
	async function conferencesOf(part: Filters, day: string, records: IDataObject[]) {
		const { timeZone } = part;
		const [startDate, endDate] = [-AROUND, AROUND].map((days) => shifted(day, days));
		const period = { timeZone, startDate, endDate };
		const past = await tools.all(getConferences, { hostId, filters: period });
		const now = await tools.all(activeCalls, { hostId, options: {} });
		const ids = [...past.records, ...now.records, ...records].flatMap(
			({ conference_id: id }) => textOf(id) ?? [],
		);
		return [...new Set(ids)].map((id) => ({ ...part, conferenceId: Number(id) }));
	}
}

function cut(hostId: number, when: string, conferenceId?: number): string {
	const which = conferenceId === undefined ? '' : ` of conference ${conferenceId}`;
	return `Host ${hostId} may have more call records${which} ${when} than the vendor gives: only ${MOST} of them could be read.`;
}

/** How many days a conference may have begun before, or end after, a record of it. */
const AROUND = 3;

const shifted = (day: string, days: number) =>
	DateTime.fromISO(day, { zone: 'utc' }).plus({ days }).toISODate() ?? undefined;

function halves(part: Filters, startDate: string, endDate: string): Filters[] {
	const [start, end] = [startDate, endDate].map((day) => DateTime.fromISO(day, { zone: 'utc' }));
	const days = start && end ? Math.floor(end.diff(start, 'days').days / 2) : 0;
	return [
		{ ...part, endDate: shifted(startDate, days) },
		{ ...part, startDate: shifted(startDate, days + 1) },
	];
}
