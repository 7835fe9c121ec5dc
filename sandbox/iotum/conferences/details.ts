import { DateTime } from 'luxon';
import { documentView } from '../drive/documentView';
import type { Platform } from '../platform';
import { filesOf } from '../recordings/recordings';
import { formatRule } from '../schedule/rule';
import type { Host } from '../types';
import { conferenceUrl } from './conference';
import { heldFrom, heldUntil } from './moments';
import { peopleView } from './people';
import { localTime } from './times';
import type { Conference, Recording } from './types';
import { recordingView } from './view';

/**
 * A conference with everything that belongs to it (section 8.4, detailed output). Own choices: names
 * of conference modes other than the sample's, has_video and has_audio tell which recordings there
 * are, nothing is known of sentiments.
 *
 * @param zone the zone of its times, the conference's own by default
 */
export function detailView(
	platform: Platform,
	conference: Conference,
	host: Host,
	zone = conference.settings.time_zone,
) {
	const { settings, recordings, invitations, attendees } = conference;
	const start = DateTime.fromMillis(heldFrom(conference), { zone });
	const minutes = (heldUntil(conference) - heldFrom(conference)) / 60_000;
	const has = (type: Recording['type']) => recordings.some((recording) => recording.type === type);
	return {
		agenda: settings.agenda,
		subject: settings.subject,
		start_time: localTime(heldFrom(conference), zone),
		end_time: localTime(heldUntil(conference), zone),
		day: start.toFormat('EEEE'),
		month: start.toFormat('MMMM'),
		year: start.toFormat('yyyy'),
		conference_mode: MODES[settings.mute_mode],
		recurrence: recurrence(platform, conference),
		one_time_access_code:
			conference.oneTimeAccessCode === undefined ? false : Number(conference.oneTimeAccessCode),
		additional_security_type: 1,
		cancelled: conference.cancelled,
		participants: peopleView(platform, conference),
		invited_count: invitations.length,
		attended_count: attendees.length,
		chat_messages: conference.chat.map(({ id, content, participantId, createdAt }) => ({
			id,
			content,
			participant_id: participantId,
			created_at: DateTime.fromMillis(createdAt, { zone }).toISO(),
		})),
		uploaded_documents: conference.documents.flatMap((document) =>
			documentView(platform, document),
		),
		recordings: recordings.map((recording) => ({
			...recordingView(platform, conference, recording, zone),
			transcription_segments: recording.transcription,
			transcription_tags: [],
			size: sizes(recording),
		})),
		sentiment_available: false,
		sentiment_mean: null,
		sentiment_max: null,
		sentiment_min: null,
		has_video: has('video'),
		has_audio: has('audio'),
		conference_id: conference.id,
		moderators: invitations.flatMap(({ contactId, moderator }) => {
			const contact = platform.state.contacts.get(contactId);
			if (!moderator || !contact) return [];
			return [{ person_id: contactId, name: contact.fields.name, email: contact.fields.email }];
		}),
		is_streaming: conference.streaming,
		time_zone: settings.time_zone,
		room_url: conferenceUrl(platform, conference, host),
		moderator_token: conference.moderatorToken,
		duration: Math.ceil(minutes),
		mute_mode: settings.mute_mode,
	};
}

const MODES = {
	conversation: 'CONVERSATION_MODE',
	'q&a': 'QA_MODE',
	presentation: 'PRESENTATION_MODE',
};

function recurrence({ state }: Platform, { series }: Conference): string | null {
	const rule = state.conferences.get(series?.masterId ?? 0)?.series?.rule;
	return rule ? formatRule(rule) : null;
}

/** The sample has an empty object for a recording without files yet. */
function sizes(recording: Recording): Record<string, number> {
	if (recording.publishingState === 'processing') return {};
	return Object.fromEntries(
		Object.entries(filesOf(recording)).map(([ending, { size }]) => [ending, size]),
	);
}
