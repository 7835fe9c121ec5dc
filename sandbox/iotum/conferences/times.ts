import { DateTime } from 'luxon';
import { Refusal } from '../errors';
import { requireTimeZone } from '../zones';

const FORMAT = 'yyyy-MM-dd HH:mm:ss';

/** A moment as the vendor writes it, in a time zone: `2020-09-19 13:00:00`. */
export function localTime(milliseconds: number, zone: string): string {
	return DateTime.fromMillis(milliseconds, { zone }).toFormat(FORMAT);
}

/** @throws Refusal when it is no date and time of the form `2020-09-19 13:00:00` */
export function readStart(start: string, zone: string): number {
	const moment = DateTime.fromFormat(start, FORMAT, { zone });
	if (!moment.isValid) throw new Refusal(422, `start: there is no such date and time: ${start}`);
	return moment.toMillis();
}

/** What `start_date` and `end_date` of section 6.7 and 6.8 leave in, both days included. */
export interface DateFilter {
	time_zone?: string;
	start_date?: string;
	end_date?: string;
}

/**
 * Whether a moment lies within the dates, which belong to the given zone, UTC by default.
 *
 * @throws Refusal for an unknown zone, a date that does not exist, or dates the wrong way round
 */
export function dateTest(filter: DateFilter): (milliseconds: number) => boolean {
	const { time_zone: zone = 'UTC', start_date, end_date } = filter;
	requireTimeZone(zone);
	const day = (field: string, date: string | undefined) => {
		if (date === undefined) return undefined;
		const read = DateTime.fromFormat(date, 'yyyy-MM-dd', { zone });
		if (!read.isValid) throw new Refusal(422, `${field}: there is no such date: ${date}`);
		return read;
	};
	const from = day('start_date', start_date)?.toMillis() ?? -Infinity;
	const until = day('end_date', end_date)?.endOf('day').toMillis() ?? Infinity;
	if (until < from) throw new Refusal(422, 'end_date must not be before start_date');
	return (milliseconds) => milliseconds >= from && milliseconds <= until;
}
