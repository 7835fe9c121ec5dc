import { createHash } from 'node:crypto';
import type { Caller } from '../access/caller';
import { Refusal } from '../errors';
import type { Platform } from '../platform';
import { roomUrl } from '../platform';
import { findHost } from '../access/scope';
import { nextNumber, nextSecret } from '../state';
import type { Host } from '../types';
import type { Conference } from './types';

type NewConference = Pick<Conference, 'hostId' | 'settings' | 'start' | 'invitations'> &
	Partial<Conference>;

/** Adds a conference in which nothing has happened yet. */
export function addConference({ state }: Platform, fields: NewConference): Conference {
	const conference: Conference = {
		id: fields.id ?? nextNumber(state, 'conference'),
		scheduled: true,
		moderatorToken: nextSecret(state, 'moderator token').slice(0, 12),
		cancelled: false,
		streaming: false,
		broadcastState: null,
		viewers: [],
		recordings: [],
		attendees: [],
		chat: [],
		documents: [],
		systemMessages: [],
		dialouts: [],
		...fields,
	};
	state.conferences.set(conference.id, conference);
	return conference;
}

/** Nine digits nobody else has. */
export function newAccessCode({ state }: Platform): string {
	return String(987_000_000 + nextNumber(state, 'access code'));
}

/**
 * A conference the caller may act on, and its host.
 *
 * @throws Refusal 404 when there is none, 403 beyond the caller's scope (section 1.2)
 */
export function findConference(
	platform: Platform,
	caller: Caller,
	id: number,
): { conference: Conference; host: Host } {
	const conference = platform.state.conferences.get(id);
	if (!conference || !platform.state.hosts.has(conference.hostId)) {
		throw new Refusal(404, `No conference ${id}`);
	}
	return { conference, host: findHost(platform, caller, conference.hostId) };
}

/** Its own one-time access code or the host's dedicated one. */
function accessCode(conference: Conference, host: Host): string {
	return conference.oneTimeAccessCode ?? host.accessCode;
}

/** With `secure_url` the code in it cannot be read. */
export function conferenceUrl(platform: Platform, conference: Conference, host: Host): string {
	const code = accessCode(conference, host);
	if (!conference.settings.secure_url) return roomUrl(platform, code);
	return roomUrl(platform, createHash('sha256').update(code).digest('hex').slice(0, 32));
}
