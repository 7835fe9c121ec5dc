import { addMedia } from '../media/medias';
import { announceMedia } from '../media/events';
import { now, stamp, type Platform } from '../platform';
import { nextUuid } from '../state';
import { announce } from '../webhooks/events';
import type { Conference } from './types';

/** The first participant comes in. */
export async function startConference(platform: Platform, conference: Conference): Promise<void> {
	conference.startedAt = now(platform);
	conference.modified = now(platform);
	await announceConversation(platform, 'create', conference);
}

/** The last participant leaves: a session of it can be read five minutes later. */
export async function endConference(
	platform: Platform,
	conference: Conference,
	{ participants = 2, recording = false }: { participants?: number; recording?: boolean } = {},
): Promise<void> {
	const { state } = platform;
	const end = now(platform);
	conference.endedAt = end;
	conference.modified = end;
	state.sessions.push({
		id: nextUuid(state, 'session').slice(0, -4),
		serviceId: conference.serviceId,
		start: conference.startedAt ?? Math.min(conference.start, end),
		end,
		participants,
		organizerId: conference.moderatorId,
		type: 'conference',
	});
	await announceConversation(platform, 'update', conference);
	if (!recording) return;
	const owner = { conferenceId: conference.id, ownerId: conference.moderatorId };
	await announceMedia(platform, addMedia(platform, { ...owner, mediaType: 'video' }));
}

/**
 * The vendor's public page on webhooks: `eventType`, `name`, `finishedAt`. Own choice: the values of
 * `eventType`, and that the conversation's id follows from the room.
 */
async function announceConversation(
	platform: Platform,
	event: 'create' | 'update',
	{ name, roomKey, endedAt }: Conference,
): Promise<void> {
	const props = {
		eventType: endedAt === undefined ? 'started' : 'finished',
		name,
		finishedAt: endedAt === undefined ? null : stamp(endedAt),
	};
	await announce(platform, { event, object: 'conversation', objectId: roomKey, props });
}
