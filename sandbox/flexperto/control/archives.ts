import type { FastifyInstance } from 'fastify';
import {
	abandon,
	allArchives,
	archiveContents,
	findArchive,
	finishConference,
	setArchiveStatus,
	type FinishedConference,
} from '../archiving';
import { notifyArchiveAvailable } from '../events';
import { zipTemplate } from '../files';
import type { Platform } from '../platform';
import { object } from '../schemas';
import { nextUuid } from '../state';
import type { ArchivesRequest } from './client';

const status = { type: 'string', pattern: '^[A-Z_]+$' };

const STATES_WITH_FILE = ['AVAILABLE', 'ABANDONED'];

/** What the platform does with conferences and archives by itself, on request. */
export function archiveControl(app: FastifyInstance, platform: Platform): void {
	app.post<{ Body: FinishedConference }>(
		'/conferences/finish',
		{
			schema: {
				body: object({
					meetingId: { type: 'integer' },
					conferenceId: { type: 'string' },
					meta: { type: 'object' },
					// The ZIP has no 64-bit extension, so a file stays below 4 GiB.
					sizeBytes: { type: 'integer', minimum: 1, maximum: 4_000_000_000 },
					available: { type: 'boolean' },
				}),
			},
		},
		async ({ body }) => {
			const archive = finishConference(platform, body);
			if (body.available) await setArchiveStatus(platform, archive, 'AVAILABLE');
			return archive.record;
		},
	);

	app.post<{ Body: ArchivesRequest }>(
		'/archives',
		{
			schema: {
				body: object({
					count: { type: 'integer', minimum: 0 },
					status,
					notify: { type: 'boolean' },
				}),
			},
		},
		async ({ body }) => ({ ids: await createArchives(platform, body) }),
	);
	app.get('/archives', async () => allArchives(platform).map(({ record }) => record));

	app.put<{
		Params: { id: string };
		Body: { status: string; error?: string; notify?: boolean };
	}>(
		'/archives/:id/status',
		{
			schema: {
				body: object({ status, error: { type: 'string' }, notify: { type: 'boolean' } }, [
					'status',
				]),
			},
		},
		async ({ params, body }) => {
			const archive = findArchive(platform, params.id);
			await setArchiveStatus(platform, archive, body.status, body);
			return archive.record;
		},
	);
	app.post<{ Params: { id: string } }>('/archives/:id/corrupt', async ({ params }) => {
		const archive = findArchive(platform, params.id);
		archive.corrupted = true;
		return archive.record;
	});
}

async function createArchives(
	platform: Platform,
	{ count = 1, status = 'AVAILABLE', notify = false }: ArchivesRequest,
): Promise<string[]> {
	const archives = Array.from({ length: count }, () => finishConference(platform, {}));
	const [first] = archives;
	if (!first) return [];
	const template = await zipTemplate(
		archiveContents(platform, first),
		new Date(first.record.createdAt),
	);
	for (const archive of archives) {
		const { record } = archive;
		if (STATES_WITH_FILE.includes(status)) {
			archive.file = template(record.id);
			record.sha256CheckSum = archive.file.sha256;
			record.fileId = nextUuid(platform.state, 'archive file');
		}
		if (status === 'ABANDONED') abandon(platform, archive);
		else if (status === 'FAILED') await setArchiveStatus(platform, archive, status);
		else record.status = status;
		if (notify && status === 'AVAILABLE') await notifyArchiveAvailable(platform, record);
	}
	return archives.map(({ record }) => record.id);
}
