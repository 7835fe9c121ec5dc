import { extname } from 'node:path';
import { Refusal } from '../errors';
import { now, type Platform } from '../platform';
import { nextNumber, nextUuid } from '../state';
import type { DriveFile } from './types';

/** A PNG of one pixel. */
export const PIXEL = Buffer.from(
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=',
	'base64',
);

const TYPES: Record<string, string> = {
	'.jpg': 'image/jpeg',
	'.jpeg': 'image/jpeg',
	'.mp3': 'audio/mpeg',
	'.mp4': 'video/mp4',
	'.pdf': 'application/pdf',
	'.png': 'image/png',
	'.pptx': 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
	'.txt': 'text/plain',
};

/** Own choice: the vendor goes by the name's ending. */
export function mimeType(filename: string): string {
	return TYPES[extname(filename).toLowerCase()] ?? 'application/octet-stream';
}

export function addDriveFile(
	platform: Platform,
	fields: Pick<DriveFile, 'hostId' | 'filename'> & Partial<DriveFile>,
): DriveFile {
	const { state } = platform;
	const file: DriveFile = {
		id: fields.id ?? nextNumber(state, 'drive file'),
		key: nextUuid(state, 'drive file key'),
		createdAt: now(platform),
		finished: false,
		presentationStatus: 'processing',
		pageCount: null,
		...fields,
	};
	state.driveFiles.set(file.id, file);
	return file;
}

/**
 * A file of a host's drive.
 *
 * @throws Refusal 404 when there is none, and (own choice) while its upload is not finished
 */
export function findDriveFile(
	{ state }: Platform,
	hostId: number,
	id: number,
	{ unfinished = false } = {},
): DriveFile {
	const file = state.driveFiles.get(id);
	if (file?.hostId !== hostId || !(file.finished || unfinished)) {
		throw new Refusal(404, `No file ${id} in the drive of host ${hostId}`);
	}
	return file;
}

export function driveDownloadLink({ urls }: Platform, { key, filename }: DriveFile): string {
	return `${urls['storage']}/drive_files/download/${key}${extname(filename)}`;
}

export function previewLink({ urls }: Platform, { key }: DriveFile, page?: number): string {
	const link = new URL('/drive_files/image_preview', urls['storage']);
	link.searchParams.set('key', key);
	if (page !== undefined) link.searchParams.set('page', String(page));
	return link.href;
}
