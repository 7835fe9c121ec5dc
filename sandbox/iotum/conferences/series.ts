import { DateTime } from 'luxon';
import { Refusal } from '../errors';
import type { Platform } from '../platform';
import { occurrences } from '../schedule/occurrences';
import { parseRule, ScheduleError } from '../schedule/parseRule';
import type { ScheduleRule } from '../schedule/rule';
import { addConference } from './conference';
import { isLive, isPast, listHorizon } from './moments';
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
		if (conference.series?.rule && !conference.cancelled) growOne(platform, conference);
	}
}

/**
 * Section Recurring Conferences: updating the master updates the whole series. Own choice: what is
 * past, being held or cancelled stays as it is; the others keep their numbers and their places.
 */
export function updateSeries(platform: Platform, master: Conference): void {
	const starts = startsOf(platform, master);
	for (const occurrence of occurrencesOf(platform, master)) {
		if (occurrence.cancelled || isLive(occurrence) || isPast(platform, occurrence)) continue;
		const start = starts[occurrence.series?.index ?? 0];
		if (start === undefined) platform.state.conferences.delete(occurrence.id);
		else Object.assign(occurrence, copyOf(master), { start });
	}
	growOne(platform, master);
}

/** The series without its master, in no particular order. */
export function occurrencesOf({ state }: Platform, { id }: Conference): Conference[] {
	return [...state.conferences.values()].filter(
		(conference) => conference.series?.masterId === id && conference.id !== id,
	);
}

function growOne(platform: Platform, master: Conference): void {
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

function startsOf(platform: Platform, { start, settings, series }: Conference): number[] {
	if (!series?.rule) return [start];
	const first = DateTime.fromMillis(start, { zone: settings.time_zone });
	return occurrences(series.rule, first, listHorizon(platform)).map((moment) => moment.toMillis());
}

/** What all conferences of a series share, the moderator token and the access code included. */
function copyOf(master: Conference) {
	const { settings, invitations, oneTimeAccessCode, moderatorToken } = master;
	return { settings: { ...settings }, invitations, oneTimeAccessCode, moderatorToken };
}
