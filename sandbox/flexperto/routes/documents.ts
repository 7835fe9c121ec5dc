import type { FastifyInstance } from 'fastify';
import { caller, requireAccess } from '../access';
import { openSession, SESSIONS } from '../contractSessions';
import { Refusal } from '../errors';
import { now, type Platform } from '../platform';
import { noParameters, object, page, paging, text, type PagingQuery } from '../schemas';
import { nextNumber, sessionDocuments, type StoredDocument, type StoredFile } from '../state';
import {
	documentTimestamp,
	findDocument,
	findSession,
	originalContent,
	presentDocuments,
} from '../signing';

const DOCUMENTS = '/api/v2/collaboration/contracts/contracts/documents';

const MOST_DOCUMENTS = 20;

/** Seed 001 says 50MB; own choice: of a million bytes each. */
export const LARGEST_TOTAL = 50_000_000;

/** Seed 000 and 001, Signing Documents: the documents of a session. */
export function documentRoutes(app: FastifyInstance, platform: Platform): void {
	/** Attaches an uploaded file. POST as in seed 000; the GET of seed 001 was a slip. */
	app.post<{ Params: { sessionId: string }; Body: { fileId: string } }>(
		`${SESSIONS}/:sessionId/documents/attach`,
		{
			preValidation: requireAccess(platform, 'impersonated'),
			schema: { querystring: noParameters, body: object({ fileId: text }, ['fileId']) },
		},
		async (request, reply) => {
			const { record } = openSession(platform, request);
			const file = platform.state.files.get(request.body.fileId);
			if (file?.record.metadata.contract_session_id !== record.id) {
				throw new Refusal(422, 'fileId: no such file has been uploaded for this session.');
			}
			const document = attachFile(platform, record.id, file);
			return reply.code(201).send(document.record);
		},
	);

	/** Own choice: the parameter is required, and the list has the envelope of the archives. */
	app.get<{ Querystring: PagingQuery & { sessionId: string } }>(
		DOCUMENTS,
		{
			preValidation: requireAccess(platform, 'any'),
			schema: {
				querystring: object({ ...paging, sessionId: { type: 'string', pattern: '^[0-9]+$' } }, [
					'sessionId',
				]),
			},
		},
		async (request) => {
			const session = findSession(platform, request.query.sessionId);
			const { account, restricted } = caller(request);
			if (restricted && session.record.expert_id !== account.id) {
				throw new Refusal(403, 'The contract session belongs to another expert.');
			}
			const records = sessionDocuments(platform.state, session.record.id).map(
				({ record }) => record,
			);
			const { items, limit, offset, total } = page(records, request.query, 100);
			return { items, limit, offset, total };
		},
	);

	/** Own choice: without `signed` the original; the signed one only once it is FINISHED. */
	app.get<{ Params: { documentId: string }; Querystring: { signed?: 'true' | 'false' } }>(
		`${DOCUMENTS}/:documentId/download`,
		{
			preValidation: requireAccess(platform, 'any'),
			schema: { querystring: object({ signed: { type: 'string', enum: ['true', 'false'] } }) },
		},
		async (request, reply) => {
			const document = findDocument(platform, request.params.documentId);
			const { account, restricted } = caller(request);
			const session = findSession(platform, document.sessionId);
			if (restricted && session.record.expert_id !== account.id) {
				throw new Refusal(403, 'The document belongs to another expert.');
			}
			const { name, status } = document.record;
			if (status === 'DELETED') throw new Refusal(410, 'The document has been deleted.');
			return reply
				.type('application/pdf')
				.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
				.send(
					request.query.signed === 'true'
						? signedContent(document)
						: originalContent(platform, document),
				);
		},
	);
}

function signedContent({ record, signed }: StoredDocument): Buffer {
	if (record.status !== 'FINISHED' || !signed) {
		throw new Refusal(409, `The document is ${record.status}: there is no signed version yet.`);
	}
	return signed;
}

/**
 * Makes a file a document of its session. Seed 001: up to 20 documents of 50 MB in all. Own choice:
 * a file is attached once.
 */
export function attachFile(
	platform: Platform,
	sessionId: number,
	{ record: file, content }: StoredFile,
): StoredDocument {
	const documents = presentDocuments(platform, sessionId);
	if (Date.parse(file.availableUntil) < now(platform)) {
		throw new Refusal(410, `The file was available until ${file.availableUntil}.`);
	}
	if (documents.some(({ record }) => record.original_file_id === file.id)) {
		throw new Refusal(409, 'The file is attached to the session already.');
	}
	if (documents.length >= MOST_DOCUMENTS) {
		throw new Refusal(422, `A session holds at most ${MOST_DOCUMENTS} documents.`);
	}
	const total = documents.reduce(
		(sum, document) => sum + originalContent(platform, document).length,
		content.length,
	);
	if (total > LARGEST_TOTAL) {
		throw new Refusal(422, `The documents of a session may have ${LARGEST_TOTAL} bytes in all.`);
	}
	const created = documentTimestamp(platform);
	const document: StoredDocument = {
		record: {
			id: nextNumber(platform.state, 'document'),
			name: file.name,
			status: 'ATTACHED',
			original_file_id: file.id,
			failure_reason: '',
			created_at: created,
			updated_at: created,
		},
		sessionId,
	};
	platform.state.documents.set(document.record.id, document);
	return document;
}
