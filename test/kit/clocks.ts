import { DateTime, IANAZone } from 'luxon';

/** One change of a zone's clocks: the instant, and the offsets before and after it, in minutes. */
export interface ClockChange {
	zone: string;
	at: number;
	before: number;
	after: number;
}

const from = Date.UTC(2024, 0, 1);
const to = Date.UTC(2041, 0, 1);
const STEP = 14 * 86_400_000;
const QUARTER = 15 * 60_000;

/** Every zone that the engine lists, and some of those that it knows by another name only. */
export const zones = [
	...Intl.supportedValuesOf('timeZone'),
	...['UTC', 'US/Central', 'US/Eastern', 'Asia/Kolkata', 'Etc/GMT+5'],
];

/** The changes of a zone from 2024 to 2040: found in steps, then narrowed down to the second. */
export function clockChanges(zone: string): ClockChange[] {
	const clock = IANAZone.create(zone);
	const changes: ClockChange[] = [];
	let offset = clock.offset(from);
	for (let start = from; start < to; start += STEP) {
		const before = offset;
		const after = clock.offset(start + STEP);
		offset = after;
		if (before === after) continue;
		let [low, high] = [start, start + STEP];
		while (high - low > 1000) {
			const middle = Math.floor((low + high) / 2000) * 1000;
			if (clock.offset(middle) === before) low = middle;
			else high = middle;
		}
		changes.push({ zone, at: high, before, after });
	}
	return changes;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** What a clock on the wall shows at an instant, by the engine alone; Swedes write dates as ISO does. */
function clockText(instant: number, zone: string): string {
	const known = formats.get(zone);
	const format =
		known ??
		new Intl.DateTimeFormat('sv-SE', {
			...{ timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' },
			...{ hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' },
		});
	formats.set(zone, format);
	return format.format(instant);
}

/** All instants at which the clocks of a zone show a text such as 2026-10-25 02:30:00. */
export function instantsOf(text: string, zone: string): number[] {
	const asUtc = DateTime.fromFormat(text, 'yyyy-MM-dd HH:mm:ss', { zone: 'utc' }).toMillis();
	// Every offset of these years is a multiple of a quarter of an hour, from -12 to +14 hours.
	const offsets = Array.from({ length: 26 * 4 + 1 }, (_, index) => index - 12 * 4);
	return offsets
		.map((quarters) => asUtc - quarters * QUARTER)
		.filter((instant) => clockText(instant, zone) === text)
		.sort((one, other) => one - other);
}
