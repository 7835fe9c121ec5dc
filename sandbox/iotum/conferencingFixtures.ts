import { DateTime } from 'luxon';
import { addConference } from './conferences/conference';
import type { Conference, ConferenceSettings, Invitation } from './conferences/types';
import { addDriveFile, PIXEL } from './drive/files';
import { FIXTURES } from './fixtures';
import type { Platform } from './platform';
import { addRecording } from './recordings/recordings';

/** Numbers of ready-made conferences, recordings, files and chats. */
export const CONFERENCING_FIXTURES = {
	/** "Annual review" of the host, held on 19 September 2024 from 13:00 to 14:00 UTC. */
	pastConferenceId: 183,
	/** Its published recordings; the video has a transcript. */
	videoRecordingId: 12345,
	audioRecordingId: 12346,
	/** Of the host, held a day later; its only recording is in processing. */
	processingConferenceId: 184,
	processingRecordingId: 12347,
	/** "Investment advice" of the host, in about a day. */
	scheduledConferenceId: 185,
	/** Of the host in the other company and of the foreign one, in about a day. */
	otherConferenceId: 186,
	foreignConferenceId: 187,
	/** `network.png` in the host's drive, one page; also uploaded in the past conference. */
	driveFileId: 12,
	/** A channel of the company, and a chat between persons. */
	chatChannelSlug: 'general',
	chatChannelId: 124,
	chatRoomId: 123,
} as const;

const ids = CONFERENCING_FIXTURES;

const SETTINGS: ConferenceSettings = {
	subject: 'Investment advice',
	agenda: 'What to do with the savings',
	time_zone: 'UTC',
	duration: 60,
	auto_record: 'none',
	auto_stream: 'none',
	auto_transcribe: false,
	mute_mode: 'conversation',
};

/** Ready-made conferences; runs after the accounts' fixtures at every start and reset. */
export function addConferencingFixtures(platform: Platform): void {
	const { state, clock } = platform;
	addPast(platform);
	const tomorrow = DateTime.fromJSDate(clock.now(), { zone: 'utc' })
		.plus({ days: 1 })
		.startOf('hour')
		.toMillis();
	for (const [id, hostId] of [
		[ids.scheduledConferenceId, FIXTURES.hostId],
		[ids.otherConferenceId, FIXTURES.otherHostId],
		[ids.foreignConferenceId, FIXTURES.foreignHostId],
	] as const) {
		const invitations = [organizer(platform, hostId)];
		addConference(platform, { id, hostId, settings: SETTINGS, start: tomorrow, invitations });
	}
	const companyId = FIXTURES.companyId;
	state.chatRooms.push(
		{ companyId, id: ids.chatRoomId, messages: [] },
		{ companyId, id: ids.chatChannelId, slug: ids.chatChannelSlug, messages: [] },
	);
}

function organizer({ state }: Platform, hostId: number): Invitation {
	return { contactId: state.hosts.get(hostId)?.contactId ?? 0, moderator: true };
}

function addPast(platform: Platform): void {
	const { hostId, contactId } = FIXTURES;
	const start = Date.UTC(2024, 8, 19, 13);
	const end = Date.UTC(2024, 8, 19, 14);
	const invitations = [organizer(platform, hostId), { contactId, moderator: false }];
	const held = (id: number, subject: string, days: number): Conference =>
		addConference(platform, {
			id,
			hostId,
			settings: { ...SETTINGS, subject, auto_record: 'video' },
			start: start + days * 86_400_000,
			startedAt: start + days * 86_400_000,
			endedAt: end + days * 86_400_000,
			invitations,
		});

	const past = held(ids.pastConferenceId, 'Annual review', 0);
	const call = { joined: start, left: end, from: '+15551236789', to: '2342342' };
	const people = [
		{ name: 'Hanna Host', contactId: invitations[0]?.contactId },
		{ name: 'John Smith', contactId, joined: start + 120_000 },
		{ name: 'A guest', joined: start + 300_000, left: end - 600_000 },
	];
	people.forEach((person, index) => {
		const email = platform.state.contacts.get(person.contactId ?? 0)?.fields.email ?? null;
		past.attendees.push({
			...call,
			participantId: 128 + index,
			cdrId: 35 + index,
			email,
			...person,
		});
	});
	past.chat.push(
		{ id: 318, content: 'Good morning', participantId: 129, createdAt: start + 180_000 },
		{ id: 319, content: '', participantId: 128, createdAt: start + 240_000 },
	);
	addDriveFile(platform, {
		id: ids.driveFileId,
		hostId,
		filename: 'network.png',
		content: PIXEL,
		createdAt: start + 240_000,
		finished: true,
		presentationStatus: 'ready',
		pageCount: 1,
	});
	past.documents.push({ driveFileId: ids.driveFileId, participantId: 128, chatMessageId: 319 });
	const published = { start, end, publishingState: 'published' } as const;
	const words = { start_time: 2, end_time: 4.5, participant_id: 129, text: 'Good morning.' };
	addRecording(platform, past, {
		...published,
		id: ids.videoRecordingId,
		type: 'video',
		transcription: [words],
	});
	addRecording(platform, past, { ...published, id: ids.audioRecordingId, type: 'audio' });

	const recent = held(ids.processingConferenceId, 'Follow-up', 1);
	addRecording(platform, recent, {
		id: ids.processingRecordingId,
		type: 'video',
		start: recent.start,
		end: recent.endedAt ?? recent.start,
	});
}
