import { DateTime } from 'luxon';
import { RRule } from 'rrule';

import { isoText, place, wallText } from '../../kit/clock';

/** One conference of a series. */
export interface Occurrence {
	/** ISO 8601 with the offset; with a remark, the reading by the offset before the clock change. */
	start: string;
	/** The wall time, e.g. `2026-03-01 10:00:00`. */
	wallTime: string;
	/** In English, e.g. `Monday`. */
	weekday: string;
	/** Says that the clocks skip or repeat this wall time, and what it could mean. */
	remark?: string;
}

/**
 * At most `count` occurrences of a checked rule (see `checkRule`) from `start` on, at the same wall
 * time in the zone of `start` whatever the clocks do in between. The day of UNTIL is included.
 */
export function occurrences(start: DateTime<true>, rule: string, count: number): Occurrence[] {
	const { until, count: limit, ...options } = RRule.parseString(rule);
	// rrule knows no zones: it gets wall times as UTC, and UNTIL as the last moment of its day.
	const series = new RRule({
		...options,
		dtstart: start.setZone('utc', { keepLocalTime: true }).toJSDate(),
		until: until && DateTime.fromJSDate(until, { zone: 'utc' }).endOf('day').toJSDate(),
		count: Math.min(limit ?? count, count),
	});
	return series
		.all()
		.flatMap((date) => occurrence(DateTime.fromJSDate(date, { zone: 'utc' }), start));
}

function occurrence(wall: DateTime, { zone }: DateTime): Occurrence[] {
	const placed = place(wall, zone);
	if (!placed) return [];
	const { time, doubt } = placed;
	const shown = { start: isoText(time), wallTime: wallText(wall), weekday: wall.toFormat('EEEE') };
	return [doubt === undefined ? shown : { ...shown, remark: `The wall time ${doubt}` }];
}
