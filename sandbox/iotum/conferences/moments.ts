import { DateTime } from 'luxon';
import { now, type Platform } from '../platform';
import type { Conference } from './types';

/** The scheduled end in milliseconds since the epoch. */
export function plannedEnd({ start, settings }: Conference): number {
	return start + settings.duration * 60_000;
}

/** Whether somebody is in it. */
export function isLive({ startedAt, endedAt }: Conference): boolean {
	return startedAt !== undefined && endedAt === undefined;
}

/** Section 8.1: "scheduled for the current time or has live participants". */
export function isActive(platform: Platform, conference: Conference): boolean {
	if (conference.cancelled || conference.endedAt !== undefined) return false;
	const present = now(platform);
	const scheduled = conference.start <= present && present < plannedEnd(conference);
	return scheduled || isLive(conference);
}

/** Ended, or its time is over and nobody is in it. */
export function isPast(platform: Platform, conference: Conference): boolean {
	if (isLive(conference)) return false;
	return conference.endedAt !== undefined || plannedEnd(conference) <= now(platform);
}

/** When it really was, as far as it was held at all; milliseconds since the epoch. */
export function heldFrom(conference: Conference): number {
	return conference.startedAt ?? conference.start;
}

export function heldUntil(conference: Conference): number {
	return conference.endedAt ?? plannedEnd(conference);
}

/** Section 8.5: conferences that begin later are not listed. */
export function listHorizon(platform: Platform): DateTime {
	return DateTime.fromJSDate(platform.clock.now(), { zone: 'utc' }).plus({ months: 18 });
}
