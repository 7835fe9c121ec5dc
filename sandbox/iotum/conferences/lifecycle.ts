import { addRecording, downloadLink } from '../recordings/recordings';
import { now, type Platform } from '../platform';
import { nextNumber } from '../state';
import { announce } from '../webhooks/events';
import { attend } from './attendance';
import type { Conference, Recording, TranscriptionSegment } from './types';

// What happens in a conference. Everything has happened at once; each function resolves after the
// webhooks have been told, in order.

/** The host enters: what was scheduled to happen by itself begins. */
export async function startConference(platform: Platform, conference: Conference): Promise<void> {
	conference.startedAt ??= now(platform);
	const [organizer] = conference.invitations;
	if (organizer) attend(platform, conference, { contactId: organizer.contactId });
	const { auto_record, auto_stream, broadcast_stream_url } = conference.settings;
	if (broadcast_stream_url !== undefined) conference.broadcastState = 'STARTED';
	const events = ['conference_start'];
	if (auto_record !== 'none') events.push(beginRecording(platform, conference, auto_record));
	if (auto_stream !== 'none') events.push(beginStreaming(conference));
	await announceAll(platform, conference, events);
}

/** Everyone leaves; what has been recorded is then in processing. */
export async function endConference(platform: Platform, conference: Conference): Promise<void> {
	const end = now(platform);
	conference.endedAt = end;
	for (const attendee of conference.attendees) attendee.left ??= end;
	if (conference.broadcastState === 'STARTED') conference.broadcastState = 'STOPPED';
	const events = [...finishRecording(platform, conference), ...finishStreaming(conference)];
	await announceAll(platform, conference, [...events, 'conference_end']);
}

export async function startRecording(
	platform: Platform,
	conference: Conference,
	type: Recording['type'],
): Promise<void> {
	await announceAll(platform, conference, [beginRecording(platform, conference, type)]);
}

export async function stopRecording(platform: Platform, conference: Conference): Promise<void> {
	await announceAll(platform, conference, finishRecording(platform, conference));
}

export async function startStreaming(platform: Platform, conference: Conference): Promise<void> {
	await announceAll(platform, conference, [beginStreaming(conference)]);
}

export async function stopStreaming(platform: Platform, conference: Conference): Promise<void> {
	await announceAll(platform, conference, finishStreaming(conference));
}

async function announceAll(
	platform: Platform,
	conference: Conference,
	events: string[],
): Promise<void> {
	for (const event of events) await announce(platform, event, conference);
}

function beginRecording(
	platform: Platform,
	conference: Conference,
	type: Recording['type'],
): string {
	conference.recording = { type, start: now(platform) };
	return 'start_recording';
}

function finishRecording(platform: Platform, conference: Conference): string[] {
	if (!conference.recording) return [];
	addRecording(platform, conference, { ...conference.recording, end: now(platform) });
	conference.recording = undefined;
	return ['stop_recording'];
}

function beginStreaming(conference: Conference): string {
	conference.streaming = true;
	return 'start_streaming';
}

/** Whoever watched has nothing left to watch. */
function finishStreaming(conference: Conference): string[] {
	if (!conference.streaming) return [];
	conference.streaming = false;
	conference.viewers = [];
	return ['stop_streaming'];
}

export async function publishRecording(
	platform: Platform,
	conference: Conference,
	recording: Recording,
): Promise<void> {
	recording.publishingState = 'published';
	await announce(platform, 'recording_ready', conference, {
		recording_id: recording.id,
		download_link: downloadLink(platform, recording),
	});
}

export async function completeTranscription(
	platform: Platform,
	conference: Conference,
	recording: Recording,
	segments: TranscriptionSegment[],
): Promise<void> {
	recording.transcription = segments;
	await announce(platform, 'transcription_ready', conference);
}

export async function enterLivestream(platform: Platform, conference: Conference): Promise<number> {
	const participantId = nextNumber(platform.state, 'participant');
	conference.viewers.push(participantId);
	await announce(platform, 'enter_livestream', conference, { participant_id: participantId });
	return participantId;
}

export async function leaveLivestream(
	platform: Platform,
	conference: Conference,
	participantId: number,
): Promise<void> {
	conference.viewers = conference.viewers.filter((viewer) => viewer !== participantId);
	await announce(platform, 'leave_livestream', conference, { participant_id: participantId });
}
