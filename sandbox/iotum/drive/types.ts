export type PresentationStatus = 'processing' | 'ready' | 'failed' | 'unsupported';

/** A file in a host's drive (seed 002, Drive). */
export interface DriveFile {
	id: number;
	hostId: number;
	filename: string;
	/** Part of its links on the storage host; a UUID. */
	key: string;
	/** Milliseconds since the epoch. */
	createdAt: number;
	/** Absent until something has been uploaded. */
	content?: Buffer;
	/** Whether the end of the upload has been told: only then is it listed. */
	finished: boolean;
	presentationStatus: PresentationStatus;
	/** Number of pages, null where the file has none. */
	pageCount: number | null;
}
