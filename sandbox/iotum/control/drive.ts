import type { FastifyInstance } from 'fastify';
import { anyText, boolean, id, nullable, object, positive, text } from '../brands/fields';
import { addDriveFile } from '../drive/files';
import type { DriveFile, PresentationStatus } from '../drive/types';
import { Refusal } from '../errors';
import { FIXTURES } from '../fixtures';
import type { Platform } from '../platform';
import { nextNumber } from '../state';
import type { DriveFilesRequest, DriveFileView } from './driveClient';

const status = { enum: ['processing', 'ready', 'failed', 'unsupported'] };

/** Drives without the API. */
export function driveControl(app: FastifyInstance, platform: Platform): void {
	app.post<{ Body: DriveFilesRequest }>(
		'/drive-files',
		{
			schema: {
				body: object({
					count: { type: 'integer', minimum: 0 },
					hostId: id,
					filename: text,
					content: anyText,
					presentationStatus: status,
					pageCount: nullable(positive),
				}),
			},
		},
		async ({ body: { count = 1, ...request } }) =>
			Array.from({ length: count }, () => view(addSampleFile(platform, request))),
	);
	app.get('/drive-files', async () => [...platform.state.driveFiles.values()].map(view));

	app.put<{
		Params: { id: string };
		Body: { status: PresentationStatus; pageCount?: number };
	}>(
		'/drive-files/:id/presentation',
		{ schema: { body: object({ status, pageCount: positive }, ['status']) } },
		async ({ params, body }) => {
			const file = platform.state.driveFiles.get(Number(params.id));
			if (!file) throw new Refusal(404, `No drive file ${params.id}.`);
			file.presentationStatus = body.status;
			file.pageCount = body.pageCount ?? null;
			return view(file);
		},
	);

	app.put<{ Body: { redirected: boolean } }>(
		'/upload-redirects',
		{ schema: { body: object({ redirected: boolean }, ['redirected']) } },
		async ({ body }, reply) => {
			platform.state.redirectsUploads = body.redirected;
			return reply.code(204).send();
		},
	);
}

function addSampleFile(
	platform: Platform,
	{ hostId = FIXTURES.hostId, ...request }: Omit<DriveFilesRequest, 'count'>,
): DriveFile {
	const number = nextNumber(platform.state, 'sample drive file');
	const { filename = `file-${number}.txt`, content = `Content of file ${number}.` } = request;
	const { presentationStatus = 'ready', pageCount = 1 } = request;
	return addDriveFile(platform, {
		hostId,
		filename,
		content: Buffer.from(content),
		finished: true,
		presentationStatus,
		pageCount,
	});
}

function view({ content, ...file }: DriveFile): DriveFileView {
	return { ...file, size: content?.length ?? 0 };
}
