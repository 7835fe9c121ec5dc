import type { FastifyInstance } from 'fastify';
import { requireAccess } from '../access';
import { abandon, allArchives, findArchive } from '../archiving';
import { Refusal } from '../errors';
import type { Platform } from '../platform';
import { noParameters, object, page, paging, type PagingQuery } from '../schemas';
import { storageLink } from './storage';

const ARCHIVES = '/api/v2/communication/archives/archives';

interface ArchivePath {
	Params: { archiveId: string };
}

/** Seed 000, Archiving: only administrators may use these endpoints. */
export function archiveRoutes(app: FastifyInstance, platform: Platform): void {
	const options = {
		preValidation: requireAccess(platform, 'administrator'),
		schema: { querystring: noParameters },
	};

	/** Own choice: the oldest first. */
	app.get<{ Querystring: PagingQuery & { status?: string } }>(
		ARCHIVES,
		{
			...options,
			schema: {
				querystring: object({ ...paging, status: { type: 'string', pattern: '^[A-Z_]+$' } }),
			},
		},
		async ({ query }) => {
			const records = allArchives(platform).map(({ record }) => record);
			const matching = records.filter(({ status }) => !query.status || status === query.status);
			const { items, limit, offset, total } = page(matching, query, 100);
			return { items, limit, offset, total };
		},
	);

	app.get<ArchivePath>(
		`${ARCHIVES}/:archiveId`,
		options,
		async ({ params }) => findArchive(platform, params.archiveId).record,
	);

	/** C1: a redirect to the object store, while AVAILABLE and through the expiration period. */
	app.get<ArchivePath>(`${ARCHIVES}/:archiveId/download`, options, async ({ params }, reply) => {
		const { record } = findArchive(platform, params.archiveId);
		if (record.status === 'EXPIRED') {
			throw new Refusal(410, 'The archive has expired: its file has been deleted.');
		}
		if (!['AVAILABLE', 'ABANDONED'].includes(record.status) || !record.fileId) {
			throw new Refusal(409, `The archive is ${record.status}: it cannot be downloaded.`);
		}
		return reply.redirect(storageLink(platform, record.fileId), 302);
	});

	/** C2. Own choice: only an AVAILABLE archive can be claimed, so a second claim is refused. */
	app.post<ArchivePath>(
		`${ARCHIVES}/:archiveId/abandon`,
		{
			...options,
			schema: { querystring: noParameters, body: { ...object({}), nullable: true } },
		},
		async ({ params }) => {
			const archive = findArchive(platform, params.archiveId);
			if (archive.record.status !== 'AVAILABLE') {
				throw new Refusal(409, `The archive is ${archive.record.status}: it cannot be claimed.`);
			}
			abandon(platform, archive);
			return archive.record;
		},
	);
}
