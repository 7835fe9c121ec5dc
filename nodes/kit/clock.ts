import { DateTime, type Zone } from 'luxon';

/** A time as it was written: without an offset, `time` is the wall time as UTC. */
export interface Written {
	time: DateTime<true>;
	hasOffset: boolean;
}

/** ISO 8601 from the day on, and the same with a blank; a time without a day would be one of today. */
export function readTime(text: string): Written | undefined {
	const shape = /^\d{4}-?\d\d-?\d\d(?:[T ][\d:.,]+(Z|[+-][\d:]+)?)?$/.exec(text);
	const time = DateTime.fromISO(text.replace(' ', 'T'), { zone: 'utc' });
	return shape && time.isValid ? { time, hasOffset: shape[1] !== undefined } : undefined;
}

/** The vendor's form, e.g. 2026-03-01 10:00:00. */
export const wallText = (time: DateTime): string => time.toFormat('yyyy-MM-dd HH:mm:ss');

/** ISO 8601 with the offset, e.g. 2026-03-01T10:00:00+01:00. */
export const isoText = (time: DateTime<true>): string => time.toISO({ suppressMilliseconds: true });

/** A wall time in a zone. With a doubt, `time` is the reading by the offset before the clock change. */
interface Placed {
	time: DateTime<true>;
	doubt?: string;
	repeated?: boolean;
}

/**
 * Finds what a wall time (as UTC) means in a zone; `undefined` when the time or the zone is invalid.
 * No offset is as much as a day and no zone changes its clocks twice in two days, so the offsets a day
 * before and a day after are all that can be meant.
 */
export function place(wall: DateTime, zone: Zone): Placed | undefined {
	if (!wall.isValid || !zone.isValid) return undefined;
	const local = wall.startOf('second');
	const [before, after] = [{ days: -1 }, { days: 1 }]
		.map((distance) => zone.offset(local.plus(distance).toMillis()))
		.map((offset) => DateTime.fromMillis(local.minus({ minutes: offset }).toMillis(), { zone }));
	if (!before?.isValid || !after?.isValid) return undefined;
	const fitting = [before, after].filter((time) => wallText(time) === wallText(local));
	const [time = before] = fitting;
	if (fitting.length === 1 || before.equals(after)) return { time };
	const repeated = fitting.length > 1;
	const problem = repeated ? 'occurs twice' : 'does not exist';
	const readings = `it could mean ${isoText(before)} or ${isoText(after)}`;
	return { time, repeated, doubt: `${problem} in ${zone.name} (the clocks change): ${readings}` };
}
