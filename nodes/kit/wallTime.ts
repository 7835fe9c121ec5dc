import { DateTime, IANAZone, type Zone } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

import { refusal } from './error';
import type { Field } from './field';
import { enteredTime } from './time';
import { isZone } from './zone';

/** A time as entered, kept until its zone is known. Without an offset, `time` is the wall time as UTC. */
export interface Moment {
	label: string;
	time: DateTime<true>;
	hasOffset: boolean;
}

interface MomentSettings {
	required?: boolean;
	description?: string;
}

/** A point in time for vendors that take wall time and a zone; see `wallTime`. */
export function moment(label: string, settings: MomentSettings & { required: true }): Field<Moment>;
export function moment(label: string, settings?: MomentSettings): Field<Moment | undefined>;
export function moment(label: string, settings: MomentSettings = {}): Field<Moment | undefined> {
	return {
		property: { displayName: label, type: 'dateTime', default: '', ...settings },
		parse(raw) {
			const text = enteredTime(label, raw);
			if (text === '' && !settings.required) return undefined;
			const read = readTime(text);
			if (read) return { label, ...read };
			const problem = text === '' ? 'is empty' : 'is not a time';
			throw refusal(label, problem, 'Enter one such as 2026-03-01T10:00 or 2026-03-01T10:00:00Z');
		},
	};
}

/** ISO 8601 from the day on, and the same with a blank; a time without a day would be one of today. */
function readTime(text: string): Omit<Moment, 'label'> | undefined {
	const shape = /^\d{4}-?\d\d-?\d\d(?:[T ][\d:.,]+(Z|[+-][\d:]+)?)?$/.exec(text);
	const time = DateTime.fromISO(text.replace(' ', 'T'), { zone: 'utc' });
	return shape && time.isValid ? { time, hasOffset: shape[1] !== undefined } : undefined;
}

/**
 * The moment in the zone (an IANA name): converted when it was entered with an offset, otherwise taken
 * as wall time there, to the second. Only the wall time travels to the vendor: one that the clocks
 * skip or repeat is refused with both readings, a repeated one even if it was entered with an offset.
 */
export function wallTime({ label, time, hasOffset }: Moment, zone: string): DateTime<true> {
	const wall = hasOffset ? time.setZone(zone).setZone('utc', { keepLocalTime: true }) : time;
	const placed = place(wall, IANAZone.create(zone));
	if (!placed) throw refusal(label, `has no time zone "${zone}"`, 'Use an IANA name, e.g. UTC');
	if (!placed.doubt) return placed.time;
	const nextStep = placed.repeated
		? 'Only the wall time is sent, so an offset cannot tell them apart. Choose a time that occurs once, or a time zone whose clocks do not change then'
		: 'Enter the one you mean with its offset';
	throw refusal(label, `is ${wallText(wall)}, which ${placed.doubt}`, nextStep);
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

/**
 * The record with `<key>_iso` after each of the keys that has a value: the vendor's wall time in the
 * zone as ISO 8601 with the offset, `null` when it is ambiguous or no time. Unchanged without a zone.
 */
export function withIso(record: IDataObject, keys: readonly string[], zone: unknown): IDataObject {
	if (typeof zone !== 'string' || !isZone(zone)) return record;
	return Object.fromEntries(
		Object.entries(record).flatMap(([key, value]) => {
			if (!keys.includes(key) || value === null || value === undefined) return [[key, value]];
			return [
				[key, value],
				[`${key}_iso`, isoIn(value, zone)],
			];
		}),
	);
}

function isoIn(value: unknown, zone: string): string | null {
	const read = typeof value === 'string' && value.includes(':') ? readTime(value) : undefined;
	if (!read) return null;
	if (read.hasOffset) return read.time.setZone(zone).toISO({ suppressMilliseconds: true });
	const placed = place(read.time, IANAZone.create(zone));
	return placed && !placed.doubt ? isoText(placed.time) : null;
}
