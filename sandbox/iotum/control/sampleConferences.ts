import { attend } from '../conferences/attendance';
import { addConference, newAccessCode } from '../conferences/conference';
import { plannedEnd } from '../conferences/moments';
import { growSeries, readSchedule } from '../conferences/series';
import type { Conference } from '../conferences/types';
import { Refusal } from '../errors';
import { FIXTURES } from '../fixtures';
import { now, type Platform } from '../platform';
import { addRecording } from '../recordings/recordings';
import type { ConferencesRequest } from './conferencingClient';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Conferences for tests and demos; see `ConferencesRequest`. */
export function addSampleConferences(
	platform: Platform,
	{ count = 1, start, held = false, guests = 0, recordings = 0, ...request }: ConferencesRequest,
): Conference[] {
	const whole = now(platform) - (now(platform) % HOUR);
	const first =
		start === undefined
			? whole + (held ? -DAY - (count - 1) * HOUR : DAY)
			: new Date(start).getTime();
	const added = Array.from({ length: count }, (_, index) => {
		const conference = addSample(platform, first + index * HOUR, request);
		if (held) hold(platform, conference, guests, recordings);
		return conference;
	});
	growSeries(platform);
	return added;
}

function addSample(
	platform: Platform,
	start: number,
	{
		hostId = FIXTURES.hostId,
		participants = [],
		oneTimeAccessCode,
		schedule,
		...settings
	}: Omit<ConferencesRequest, 'count' | 'start' | 'held' | 'guests' | 'recordings'>,
): Conference {
	const host = platform.state.hosts.get(hostId);
	if (!host) throw new Refusal(404, `No host ${hostId}.`);
	const conference = addConference(platform, {
		hostId,
		settings: {
			subject: 'Investment advice',
			agenda: null,
			time_zone: 'UTC',
			duration: 60,
			auto_record: 'none',
			auto_stream: 'none',
			auto_transcribe: false,
			mute_mode: 'conversation',
			...settings,
		},
		start,
		invitations: [
			{ contactId: host.contactId, moderator: true },
			...participants.map((contactId) => ({ contactId, moderator: false })),
		],
		oneTimeAccessCode: oneTimeAccessCode ? newAccessCode(platform) : undefined,
	});
	if (schedule !== undefined) {
		const rule = readSchedule(schedule);
		conference.series = { masterId: conference.id, index: 0, rule };
	}
	return conference;
}

function hold(
	platform: Platform,
	conference: Conference,
	guests: number,
	recordings: number,
): void {
	const start = conference.start;
	const end = plannedEnd(conference);
	Object.assign(conference, { startedAt: start, endedAt: end });
	const contactId = conference.invitations[0]?.contactId;
	attend(platform, conference, { contactId, joined: start, left: end });
	for (let guest = 0; guest < guests; guest++) {
		attend(platform, conference, { joined: start, left: end });
	}
	for (let index = 0; index < recordings; index++) {
		const state = { publishingState: 'published', type: 'video' } as const;
		addRecording(platform, conference, { ...state, start, end });
	}
}
