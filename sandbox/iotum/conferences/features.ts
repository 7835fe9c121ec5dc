import { Refusal } from '../errors';
import type { Platform } from '../platform';
import { features, mayHost } from '../accounts/assignments';
import type { Host } from '../types';
import type { ConferenceSettings } from './types';

/**
 * Refuses what the host's plan and add-ons do not offer.
 *
 * @throws Refusal with the texts of the error table (section 8); the others are own choice
 */
export function requireFeatures(
	platform: Platform,
	host: Host,
	settings: ConferenceSettings,
	oneTimeAccessCode: boolean,
): void {
	requirePlan(platform, host);
	const available = features(platform.state, host);
	const { auto_record, auto_stream, auto_transcribe, security_pin } = settings;
	if (auto_record !== 'none' && !available.has('recording')) {
		throw new Refusal(422, 'Recording feature not enabled');
	}
	if (auto_record === 'video' && !available.has('videoRecording')) {
		throw new Refusal(422, 'Video recording feature not enabled');
	}
	if (auto_transcribe && !available.has('transcription')) {
		throw new Refusal(422, 'Transcription feature not enabled');
	}
	if (oneTimeAccessCode && !available.has('oneTimeAccessCode')) {
		throw new Refusal(422, 'One time access code feature not available');
	}
	if (security_pin !== undefined && !oneTimeAccessCode) {
		throw new Refusal(422, 'Must enable one_time_access_code to use security_pin');
	}
	if (auto_record !== 'none' && auto_stream !== 'none' && auto_record !== auto_stream) {
		throw new Refusal(422, 'auto_record and auto_stream must be the same when both are used');
	}
}

/** Section 5.3: without an active plan a host is not able to host meetings. */
function requirePlan({ state }: Platform, host: Host): void {
	if (!mayHost(state, host)) throw new Refusal(422, `Host ${host.id} has no active plan`);
}
