import type { FastifyInstance } from 'fastify';
import { addDriveFile, driveDownloadLink, findDriveFile, mimeType } from '../drive/files';
import { uploadLink } from '../drive/links';
import type { DriveFile } from '../drive/types';
import { endpoint, type Call } from '../endpoint';
import { Refusal } from '../errors';
import { now, type Platform } from '../platform';
import { findHost } from '../access/scope';

/** Seed 002, drive/fetch_all. */
const PAGE_SIZE = 20;

const PRESENTABLE = /^(application\/pdf|image\/|text\/|application\/vnd\.openxmlformats)/;

/** Seed 002, Drive. */
export function driveRoutes(app: FastifyInstance, platform: Platform): void {
	const entry = ({ id, createdAt, filename, content }: DriveFile) => ({
		id,
		created_at: new Date(createdAt).toISOString(),
		filename,
		size: content?.length ?? 0,
	});
	const find = (
		{ body, caller }: Call<{ host_id: number; id: number }>,
		options?: { unfinished: boolean },
	) => findDriveFile(platform, findHost(platform, caller, body.host_id).id, body.id, options);

	/** Own choices: oldest first; an empty drive has one page; beyond the last page nothing is. */
	endpoint<{ host_id: number; page?: number }>(
		app,
		platform,
		'drive/fetch_all',
		({ body: { host_id, page = 1 }, caller }) => {
			const host = findHost(platform, caller, host_id);
			const files = [...platform.state.driveFiles.values()].filter(
				({ hostId, finished }) => hostId === host.id && finished,
			);
			const pages = Math.max(1, Math.ceil(files.length / PAGE_SIZE));
			return {
				files: files.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE).map(entry),
				total_pages: pages,
				current_page: page,
				next_page: page < pages ? page + 1 : null,
			};
		},
	);

	endpoint<{ host_id: number; filename: string }>(
		app,
		platform,
		'drive/create',
		({ body, caller }) => {
			const host = findHost(platform, caller, body.host_id);
			const file = addDriveFile(platform, { hostId: host.id, filename: body.filename });
			return {
				id: file.id,
				upload_url: uploadLink(platform, file, now(platform)),
				download_link: driveDownloadLink(platform, file),
			};
		},
	);

	endpoint<{ host_id: number; id: number }>(app, platform, 'drive/file/fetch', (call) => {
		const file = find(call);
		return {
			...entry(file),
			presentation_status: file.presentationStatus,
			download_link: driveDownloadLink(platform, file),
			mimetype: mimeType(file.filename),
			page_count: file.pageCount,
		};
	});

	/** Own choice: nothing can be finished before something has been uploaded. */
	endpoint<{ host_id: number; id: number }>(app, platform, 'drive/file/finish_upload', (call) => {
		const file = find(call, { unfinished: true });
		if (file.finished) throw new Refusal(409, 'The file has already been processed');
		if (!file.content) throw new Refusal(422, 'Nothing has been uploaded to the upload_url');
		file.finished = true;
		const mimetype = mimeType(file.filename);
		file.presentationStatus = PRESENTABLE.test(mimetype) ? 'processing' : 'unsupported';
		return {
			...entry(file),
			presentation_status: null,
			download_link: driveDownloadLink(platform, file),
			mimetype,
			page_count: null,
		};
	});

	endpoint<{ host_id: number; id: number }>(app, platform, 'drive/file/delete', (call) => {
		platform.state.driveFiles.delete(find(call, { unfinished: true }).id);
	});
}
