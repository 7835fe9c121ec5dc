import { IANAZone, type DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

import { isoText, place, readTime, wallText, type Written } from './clock';
import { refusal } from './error';
import type { Field } from './field';
import { ENTER_TIME, enteredTime } from './time';
import { isZone } from './zone';

/** A time as entered, kept until its zone is known. */
export interface Moment extends Written {
	label: string;
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
			throw refusal(label, problem, ENTER_TIME);
		},
	};
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
