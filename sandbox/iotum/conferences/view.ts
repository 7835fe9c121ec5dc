import { downloadLink } from '../recordings/recordings';
import { formatRule } from '../schedule/rule';
import type { Platform } from '../platform';
import type { Host } from '../types';
import { conferenceUrl } from './conference';
import { isActive, plannedEnd } from './moments';
import { localTime } from './times';
import type { Conference, Recording } from './types';

/**
 * A conference as create, update, fetch and fetch_all answer (section 8.1). Fields that are not
 * among the brand's are left out by the endpoint.
 */
export function conferenceView(platform: Platform, conference: Conference, host: Host) {
	const { settings, start, oneTimeAccessCode, invitations, series } = conference;
	const master = platform.state.conferences.get(series?.masterId ?? 0);
	return {
		conference_id: conference.id,
		subject: settings.subject,
		agenda: settings.agenda,
		start: localTime(start, settings.time_zone),
		end_time: localTime(plannedEnd(conference), settings.time_zone),
		active: isActive(platform, conference),
		time_zone: settings.time_zone,
		duration: settings.duration,
		auto_record: settings.auto_record,
		auto_stream: settings.auto_stream,
		auto_transcribe: settings.auto_transcribe,
		one_time_access_code: oneTimeAccessCode === undefined ? false : Number(oneTimeAccessCode),
		security_pin: settings.security_pin ?? null,
		mute_mode: settings.mute_mode,
		room_url: conferenceUrl(platform, conference, host),
		recordings: conference.recordings.map((recording) =>
			recordingView(platform, conference, recording),
		),
		participants: invitations.map(({ contactId }) => contactId),
		moderators: invitations.flatMap(({ contactId, moderator }) => (moderator ? [contactId] : [])),
		is_streaming: conference.streaming,
		moderator_token: conference.moderatorToken,
		participant_emails: invitations.flatMap(({ contactId, moderator }) => {
			const email = platform.state.contacts.get(contactId)?.fields.email;
			return email === undefined ? [] : [{ email, moderator }];
		}),
		broadcast_stream_url: settings.broadcast_stream_url && {
			source: settings.broadcast_stream_url,
			state: conference.broadcastState,
		},
		...(series && {
			is_master: series.masterId === conference.id,
			master_id: series.masterId,
			schedule: master?.series?.rule && formatRule(master.series.rule),
		}),
	};
}

/** A recording as `fetch` shows it (section 8.4): no link before it is published. */
export function recordingView(
	platform: Platform,
	conference: Conference,
	recording: Recording,
	zone = conference.settings.time_zone,
) {
	return {
		id: recording.id,
		start_time: localTime(recording.start, zone),
		end_time: localTime(recording.end, zone),
		type: recording.type,
		publishing_state: recording.publishingState,
		download_link:
			recording.publishingState === 'published' ? downloadLink(platform, recording) : null,
	};
}
