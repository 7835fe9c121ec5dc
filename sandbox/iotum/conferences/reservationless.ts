import { now, type Platform } from '../platform';
import type { Host } from '../types';
import { addConference, newAccessCode } from './conference';
import { requireFeatures } from './features';
import { invite } from './invitations';
import type { Conference, ConferenceSettings } from './types';

/** Minutes; the sample of section 8.2 shows an hour. */
const DURATION = 60;

/**
 * Section 8.2: a conference that is active at once. Own choices: its subject; nobody is in it yet, so
 * that webhooks are told of its start when somebody is.
 */
export function meetNow(
	platform: Platform,
	host: Host,
	fields: { one_time_access_code: boolean; secure_url?: boolean },
): Conference {
	const settings: ConferenceSettings = {
		subject: `${host.settings.name}'s Meeting`,
		agenda: null,
		time_zone: host.settings.time_zone ?? 'UTC',
		duration: DURATION,
		auto_record: host.settings.auto_record ?? 'none',
		auto_stream: host.settings.auto_stream ?? 'none',
		auto_transcribe: false,
		secure_url: fields.secure_url,
		mute_mode: 'conversation',
	};
	requireFeatures(platform, host, settings, fields.one_time_access_code);
	const present = now(platform);
	return addConference(platform, {
		hostId: host.id,
		scheduled: false,
		settings,
		// Whole seconds, as the vendor writes them.
		start: present - (present % 1000),
		invitations: invite(platform, host, {}),
		oneTimeAccessCode: fields.one_time_access_code ? newAccessCode(platform) : undefined,
	});
}
