import { signedText } from '../access/tokens';
import { now, stamp, type Platform } from '../platform';
import { nextNumber, nextSecret } from '../state';
import { serviceOf, userOf } from '../tickets/ticket';
import type { Conference } from './types';

/** Minutes between start and end in seed 003's samples. */
const DURATION = 60;

const SSO_SECONDS = 300;

export type NewConference = Partial<Conference> &
	Pick<Conference, 'organizerId' | 'name' | 'participants'>;

/** Adds a conference without inviting or telling anyone. */
export function addConference(platform: Platform, fields: NewConference): Conference {
	const { state } = platform;
	const enterpriseId = userOf(platform, fields.organizerId).enterpriseId;
	const created = fields.created ?? now(platform);
	const start = fields.start ?? created;
	const conference: Conference = {
		id: fields.id ?? nextNumber(state, 'conference'),
		enterpriseId,
		serviceId: serviceOf(platform, enterpriseId, 'Conference').id,
		created,
		modified: created,
		start,
		end: start + DURATION * 60_000,
		moderatorId: fields.organizerId,
		roomOwner: `${enterpriseId}`.padStart(32, '7a3dc799'),
		roomKey: nextSecret(state, 'conference room'),
		parameters: {},
		...fields,
	};
	state.conferences.set(conference.id, conference);
	return conference;
}

/**
 * Own choices: a conference is over once its end has passed or it was ended, ongoing once someone
 * came in, and otherwise scheduled, as seed 003's answer of POST is although its start is now.
 */
export function statusOf(platform: Platform, { end, startedAt, endedAt }: Conference): string {
	if (endedAt !== undefined || end <= now(platform)) return platform.state.settings.endedStatus;
	return startedAt === undefined ? 'scheduled' : 'ongoing';
}

/** A conference as in seed 003's samples; own choice: `sso_url` like a ticket's. */
export function conferenceView(platform: Platform, conference: Conference, sso: boolean): object {
	const { id, name, roomOwner, roomKey } = conference;
	const meet = `${platform.urls['api']}/meet/private`;
	const person = (userId: number) => {
		const user = userOf(platform, userId);
		return { id: user.id, name: user.name };
	};
	const moderator = userOf(platform, conference.moderatorId);
	return {
		id,
		name,
		created: stamp(conference.created),
		modified: stamp(conference.modified),
		start_time: stamp(conference.start),
		end_time: stamp(conference.endedAt ?? conference.end),
		status: statusOf(platform, conference),
		room_name: `${roomOwner}:${roomKey}`,
		url: `${meet}/${roomOwner}/${roomKey}`,
		short_url: `${platform.urls['api']}/short/${roomKey.slice(0, 10)}`,
		sip_phone_number: '+33 2 57 57 97 61',
		sip_dtmf_code: String(id % 1_000_000).padStart(6, '0'),
		organizer: person(conference.organizerId),
		created_by: person(conference.organizerId),
		service_key: platform.state.services.get(conference.serviceId)?.key ?? '',
		moderator: person(moderator.id),
		...(sso && {
			sso_url: `${meet}/${roomOwner}/${roomKey}?access_token=${signedText(platform, moderator, SSO_SECONDS, true)}`,
		}),
	};
}
