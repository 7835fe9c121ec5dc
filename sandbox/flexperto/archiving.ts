import { DateTime } from 'luxon';
import { Refusal } from './errors';
import { notifyArchiveAvailable } from './events';
import { zipFile, type ZipContents } from './files';
import { now, timestamp, type Platform } from './platform';
import { nextIdentifier, nextUuid, sessionDocuments, type StoredArchive } from './state';

/** Seed 000: after a short delay, three days by default, claimed archives are deleted. */
const EXPIRATION_PERIOD = { days: 3 };

export interface FinishedConference {
	/** The meeting the conference was held in; its signed contracts go into the archive. */
	meetingId?: number;
	/** Default: a new identifier. */
	conferenceId?: string;
	/** Additions to the archive's `subject.meta`. */
	meta?: Record<string, unknown>;
	/** Bytes of the recording, for large files; default: a few. */
	sizeBytes?: number;
	/** Makes the archive AVAILABLE at once and notifies the webhooks; default false: PROCESSING. */
	available?: boolean;
}

export function findArchive(platform: Platform, id: string): StoredArchive {
	const archive = platform.state.archives.get(id);
	if (!archive) throw new Refusal(404, `No archive ${id}.`);
	expire(platform, archive);
	return archive;
}

export function allArchives(platform: Platform): StoredArchive[] {
	const archives = [...platform.state.archives.values()];
	for (const archive of archives) expire(platform, archive);
	return archives;
}

/** Seed 000: the expiration period over, the record is EXPIRED and the file gone. */
function expire({ clock }: Platform, archive: StoredArchive): void {
	if (archive.record.status !== 'ABANDONED' || archive.abandonedAt === undefined) return;
	const end = DateTime.fromMillis(archive.abandonedAt, { zone: 'utc' }).plus(EXPIRATION_PERIOD);
	if (clock.now().getTime() < end.toMillis()) return;
	archive.record.status = 'EXPIRED';
	archive.record.updatedAt = end.toJSDate().toISOString();
	archive.file = undefined;
}

/** Ends a conference: its archive begins as PROCESSING. */
export function finishConference(
	platform: Platform,
	{ meetingId, conferenceId, meta = {}, sizeBytes }: FinishedConference,
): StoredArchive {
	const { state } = platform;
	const meeting = state.meetings.get(meetingId ?? 0);
	if (meetingId !== undefined && !meeting) throw new Refusal(404, `No meeting ${meetingId}.`);
	const moderator = state.accounts.get(meeting?.moderatorId ?? 0);
	const ended = DateTime.fromMillis(now(platform), { zone: 'utc' });
	const archive: StoredArchive = {
		record: {
			id: nextIdentifier(state, 'archive'),
			tenant: platform.tenant,
			subject: {
				conference_id: conferenceId ?? nextIdentifier(state, 'conference'),
				meta: {
					meeting_id: meetingId,
					start: ended.minus({ minutes: 30 }).toISO(),
					end: ended.toISO(),
					expert: moderator && {
						id: moderator.id,
						email: moderator.email,
						name: `${moderator.firstName} ${moderator.lastName}`,
					},
					participants: meeting?.participants ?? [],
					...meta,
				},
			},
			status: 'PROCESSING',
			createdAt: timestamp(platform),
			updatedAt: timestamp(platform),
		},
		meetingId,
		sizeBytes,
		corrupted: false,
	};
	state.archives.set(archive.record.id, archive);
	return archive;
}

/** Seed 000: claims an archive; the expiration period begins. */
export function abandon(platform: Platform, archive: StoredArchive): void {
	archive.abandonedAt = now(platform);
	archive.record.status = 'ABANDONED';
	archive.record.updatedAt = timestamp(platform);
}

/**
 * Moves an archive to any state. AVAILABLE packs the file and notifies the webhooks, FAILED has an
 * error, EXPIRED has no file.
 */
export async function setArchiveStatus(
	platform: Platform,
	archive: StoredArchive,
	status: string,
	{ error, notify = true }: { error?: string; notify?: boolean } = {},
): Promise<void> {
	const { record } = archive;
	if (status === 'AVAILABLE') await pack(platform, archive);
	if (status === 'EXPIRED') archive.file = undefined;
	if (status === 'ABANDONED') archive.abandonedAt = now(platform);
	record.status = status;
	record.error =
		status === 'FAILED' ? (error ?? 'The recording could not be processed.') : undefined;
	record.updatedAt = timestamp(platform);
	if (status === 'AVAILABLE' && notify) await notifyArchiveAvailable(platform, record);
}

/** Builds the file, once, and writes its checksum into the record. */
async function pack(platform: Platform, archive: StoredArchive): Promise<void> {
	if (archive.file) return;
	const { record } = archive;
	archive.file = await zipFile(archiveContents(platform, archive), new Date(record.createdAt));
	record.sha256CheckSum = archive.file.sha256;
	record.fileId = nextUuid(platform.state, 'archive file');
}

/**
 * Seed 000, What is in an archive; folders for whiteboard, chat and media, and contracts. Own
 * choice: the names of folders and files, and that the recording is not a film that plays.
 */
export function archiveContents(
	{ state }: Platform,
	{ record, meetingId, sizeBytes }: StoredArchive,
): ZipContents {
	const json = (value: unknown) => JSON.stringify(value, null, 2);
	const { start, end } = record.subject.meta;
	const contents: ZipContents = {
		'meta.json': json({ tenant: record.tenant, ...record.subject }),
		'whiteboard/events.json': json([{ at: start, type: 'whiteboard.opened' }]),
		'whiteboard/documents/sketch.txt': 'An uploaded document.\n',
		'chat/history.json': json([{ at: end, text: 'Thank you, goodbye!' }]),
		'chat/files/notes.txt': 'A file sent in the chat.\n',
		'media/recording.mp4': sizeBytes ?? `\0\0\0\x18ftypmp42 recording of ${record.id}`,
	};
	for (const { record: session, meetingId: heldIn } of state.sessions.values()) {
		if (meetingId === undefined || heldIn !== meetingId || !session.transaction_completed) continue;
		for (const { record: document, signed } of sessionDocuments(state, session.id)) {
			if (signed) contents[`contracts/${document.id}-${document.name}`] = signed;
		}
	}
	return contents;
}
