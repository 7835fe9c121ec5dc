import type { FastifyInstance } from 'fastify';
import { requireAccess } from '../access';
import { completedSession, SESSIONS, type SessionPath } from '../contractSessions';
import { zipBuffer } from '../files';
import type { Platform } from '../platform';
import { noParameters } from '../schemas';
import { auditReport, presentDocuments } from '../signing';

/** Seed 000, Downloading the Signature Sessions Archive. Own choice: once the session is completed. */
export function evidenceRoutes(app: FastifyInstance, platform: Platform): void {
	const impersonated = {
		preValidation: requireAccess(platform, 'impersonated'),
		schema: { querystring: noParameters },
	};

	app.get<SessionPath>(
		`${SESSIONS}/:sessionId/documents-archive`,
		impersonated,
		async (request, reply) => {
			const session = completedSession(platform, request);
			const contents: Record<string, Buffer> = {
				'audit-report.pdf': await auditReport(platform, session),
			};
			for (const { record, signed } of presentDocuments(platform, session.record.id)) {
				if (!signed) continue;
				const taken = record.name in contents;
				contents[taken ? `${record.id}-${record.name}` : record.name] = signed;
			}
			const archive = await zipBuffer(contents, new Date(session.record.created_at));
			return reply
				.type('application/zip')
				.header('content-disposition', `attachment; filename="session-${session.record.id}.zip"`)
				.send(archive);
		},
	);

	app.get<SessionPath>(
		`${SESSIONS}/:sessionId/audit-report`,
		impersonated,
		async (request, reply) => {
			const session = completedSession(platform, request);
			return reply
				.type('application/pdf')
				.header('content-disposition', 'attachment; filename="audit-report.pdf"')
				.send(await auditReport(platform, session));
		},
	);
}
