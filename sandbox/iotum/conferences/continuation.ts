import { DateTime } from 'luxon';
import { Refusal } from '../errors';
import { now, type Platform } from '../platform';
import { occurrences } from '../schedule/occurrences';
import type { ScheduleRule } from '../schedule/rule';
import { listHorizon } from './moments';
import type { Conference, Continuation, SeriesContent } from './types';

/** What the coming conferences of a series are like: as its master, or as was decided after it. */
export function contentOf(master: Conference): SeriesContent {
	const { settings, start, invitations, oneTimeAccessCode } = master.series?.continuation ?? master;
	return { settings, start, invitations, oneTimeAccessCode };
}

/** When the conferences of a series begin, by their places; those before a continuation left out. */
export function startsOf(platform: Platform, master: Conference): Map<number, number> {
	const content = contentOf(master);
	const { from, offset } = master.series?.continuation ?? { from: 0, offset: 0 };
	return new Map(
		startsByRule(platform, content, master.series?.rule)
			.map((start, place): [number, number] => [place + offset, start])
			.filter(([place]) => place >= from),
	);
}

/**
 * Where a series goes on whose master is over: at its first conference that is not over by its
 * schedule, which becomes the first one of `content` and `rule` that is not.
 *
 * @param rule the new one, where it changes
 * @throws Refusal 422 when the change would leave nothing to come
 */
export function continuedPlaces(
	platform: Platform,
	master: Conference,
	content: SeriesContent,
	rule = master.series?.rule,
): Pick<Continuation, 'from' | 'offset'> {
	// The master has had its place, also when it ended before its time.
	const firstComing = (starts: number[], { settings: { duration } }: SeriesContent) => {
		const place = starts.findIndex(
			(start) => start !== master.start && start + duration * 60_000 > now(platform),
		);
		return place === -1 ? starts.length : place;
	};
	const present = [...startsOf(platform, master).values()];
	const passed = firstComing(present, contentOf(master));
	const starts = startsByRule(platform, content, rule);
	const place = firstComing(starts, content);
	if (passed < present.length && place === starts.length) {
		throw new Refusal(422, 'start: the series would be over already');
	}
	const from = (master.series?.continuation?.from ?? 0) + passed;
	return { from, offset: from - place };
}

function startsByRule(
	platform: Platform,
	{ start, settings }: SeriesContent,
	rule: ScheduleRule | undefined,
): number[] {
	if (!rule) return [start];
	const first = DateTime.fromMillis(start, { zone: settings.time_zone });
	return occurrences(rule, first, listHorizon(platform)).map((moment) => moment.toMillis());
}
