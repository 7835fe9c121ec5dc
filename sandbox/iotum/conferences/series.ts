import { Refusal } from '../errors';
import type { Platform } from '../platform';
import { parseRule, ScheduleError } from '../schedule/parseRule';
import type { ScheduleRule } from '../schedule/rule';
import { addConference } from './conference';
import { contentOf, startsOf } from './continuation';
import { isLive, isPast } from './moments';
import type { Conference } from './types';

/** Whether it belongs to a series without being its master. */
export function isOccurrence({ id, series }: Conference): boolean {
	return series !== undefined && series.masterId !== id;
}

/** @throws Refusal with a text of the error table (section 8, schedule parameter) */
export function readSchedule(schedule: string): ScheduleRule {
	try {
		return parseRule(schedule);
	} catch (error) {
		if (error instanceof ScheduleError) throw new Refusal(422, error.message);
		throw error;
	}
}

/**
 * Creates what is still missing of every series, as far ahead as the list of conferences reaches.
 * An endless series so grows with the clock.
 */
export function growSeries(platform: Platform): void {
	for (const conference of platform.state.conferences.values()) {
		if (conference.series?.rule) growOne(platform, conference);
	}
}

/**
 * Section Recurring Conferences: updating the master updates the whole series. Own choice: what is
 * past, being held or cancelled stays as it is; the others keep their numbers and their places. One
 * that was put off from before a continuation keeps its start.
 */
export function updateSeries(platform: Platform, master: Conference): void {
	const starts = startsOf(platform, master);
	const from = master.series?.continuation?.from ?? 0;
	for (const occurrence of comingOf(platform, master)) {
		const place = occurrence.series?.index ?? 0;
		const start = place < from ? occurrence.start : starts.get(place);
		if (start === undefined) platform.state.conferences.delete(occurrence.id);
		else Object.assign(occurrence, copyOf(master), { start });
	}
	growOne(platform, master);
}

/**
 * Section Recurring Conferences, Deleting: cancelling the master removes all occurrences. Own choice:
 * what is past or being held stays as it is, a master that is over included. Of a conference without
 * a series, or one of its occurrences, only that one is cancelled.
 */
export function cancel(platform: Platform, conference: Conference): void {
	for (const occurrence of comingOf(platform, conference)) occurrence.cancelled = true;
	if (!isPast(platform, conference)) conference.cancelled = true;
	if (conference.series?.rule) conference.series.cancelled = true;
}

/** Whether it is the master of a series of which something is still to come. */
export function goesOn(platform: Platform, conference: Conference): boolean {
	if (conference.series?.rule) growOne(platform, conference);
	return comingOf(platform, conference).length > 0;
}

/** What changes with the master: neither past, nor being held, nor cancelled. */
function comingOf(platform: Platform, master: Conference): Conference[] {
	return occurrencesOf(platform, master).filter(
		(occurrence) => !(occurrence.cancelled || isLive(occurrence) || isPast(platform, occurrence)),
	);
}

/** The series without its master, in no particular order. */
function occurrencesOf({ state }: Platform, { id }: Conference): Conference[] {
	return [...state.conferences.values()].filter(
		(conference) => conference.series?.masterId === id && conference.id !== id,
	);
}

function growOne(platform: Platform, master: Conference): void {
	if (master.series?.cancelled) return;
	const present = new Set(
		occurrencesOf(platform, master).map((occurrence) => occurrence.series?.index),
	);
	startsOf(platform, master).forEach((start, index) => {
		if (index === 0 || present.has(index)) return;
		addConference(platform, {
			...copyOf(master),
			hostId: master.hostId,
			start,
			series: { masterId: master.id, index },
		});
	});
}

/** What all conferences of a series share, the moderator token and the access code included. */
function copyOf(master: Conference) {
	const { settings, invitations, oneTimeAccessCode } = contentOf(master);
	const { moderatorToken } = master;
	return { settings: { ...settings }, invitations, oneTimeAccessCode, moderatorToken };
}
