import type { ControlCall } from '../../control';
import type { DriveFile, PresentationStatus } from '../drive/types';

export interface DriveFilesRequest {
	/** 1 by default. */
	count?: number;
	/** `fixtures.hostId` by default. */
	hostId?: number;
	/** `file-{number}.txt` by default. */
	filename?: string;
	/** Text of the file, some words by default. */
	content?: string;
	/** `ready` by default. */
	presentationStatus?: PresentationStatus;
	/** 1 by default. */
	pageCount?: number | null;
}

/** A file with its size in bytes instead of its content. */
export type DriveFileView = Omit<DriveFile, 'content'> & { size: number };

/** What tests and demos do to drives. */
export interface DriveControl {
	addDriveFiles(request?: DriveFilesRequest): Promise<DriveFileView[]>;
	/** All files, those whose upload is not finished included. */
	driveFiles(): Promise<DriveFileView[]>;
	/** The vendor has looked at a file. */
	setPresentationStatus(
		fileId: number,
		status: PresentationStatus,
		pageCount?: number,
	): Promise<DriveFileView>;
	/** Whether uploads are redirected once (307); not at first. */
	redirectUploads(redirected: boolean): Promise<void>;
}

export function driveControl(call: ControlCall, root: string): DriveControl {
	return {
		addDriveFiles: (body = {}) => call('POST', `${root}/drive-files`, { body }),
		driveFiles: () => call('GET', `${root}/drive-files`),
		setPresentationStatus: (id, status, pageCount) =>
			call('PUT', `${root}/drive-files/${id}/presentation`, { body: { status, pageCount } }),
		redirectUploads: (redirected) =>
			call('PUT', `${root}/upload-redirects`, { body: { redirected } }),
	};
}
