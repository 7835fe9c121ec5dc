import type { FastifyInstance } from 'fastify';
import { multipartBody, type UploadedFile } from '../../host';
import { Refusal } from '../errors';
import { now, type Platform } from '../platform';
import { object, text } from '../schemas';
import { nextUuid, type StoredFile } from '../state';
import { readToken } from '../tokens';
import { LARGEST_TOTAL } from './documents';

/** Seed 001, the upload URL: the vendor's file storage, on a host of its own. */
export function uploadRoutes(app: FastifyInstance, platform: Platform): void {
	/** A multipart form with one part `file`; the token in the query is all the permission needed. */
	app.post<{ Querystring: { token: string } }>(
		'/api/v1/files/upload',
		{ schema: { querystring: object({ token: text }, ['token']) } },
		async (request) => {
			const { headers, query } = request;
			if (headers['api-key'] !== undefined || headers.authorization !== undefined) {
				throw new Refusal(400, 'Send no credentials here: the token in the URL is the permission.');
			}
			const claims = readToken(query.token, 'portunus');
			if (!claims) throw new Refusal(403, 'The upload token is unknown.');
			if (claims.exp * 1000 <= now(platform)) {
				throw new Refusal(403, 'The upload URL has expired: it is valid for one hour.');
			}
			const sessionId = sessionOf(claims['metadata']);
			const session = platform.state.sessions.get(sessionId);
			if (!session) throw new Refusal(403, 'The upload token belongs to no contract session.');

			const body = multipartBody(request);
			if (!body) throw new Refusal(415, 'The upload must be multipart/form-data.');
			const [file] = body.files;
			if (!file || file.field !== 'file' || body.fields.length !== 1) {
				throw new Refusal(400, 'The upload must have one part, a file called "file".');
			}
			return storeFile(
				platform,
				sessionId,
				session.record.expert_id,
				file,
				claims['availableUntil'],
			).record;
		},
	);
}

/** Own choices: only PDF files, as contracts are signed in their signature fields. */
export function storeFile(
	platform: Platform,
	sessionId: number,
	expertId: number,
	{ fileName, content }: Pick<UploadedFile, 'fileName' | 'content'>,
	availableUntil: unknown,
): StoredFile {
	if (fileName === '') throw new Refusal(400, 'The file has no name.');
	if (content.length > LARGEST_TOTAL) {
		throw new Refusal(413, `The documents of a session may have ${LARGEST_TOTAL} bytes in all.`);
	}
	if (!content.subarray(0, 1024).includes('%PDF-')) {
		throw new Refusal(422, `${fileName} is not a PDF document.`);
	}
	const file: StoredFile = {
		record: {
			id: nextUuid(platform.state, 'file'),
			owner: { account_id: expertId, account_role: 'expert', tenant: platform.tenant },
			metadata: { contract_session_id: sessionId },
			availableUntil: String(availableUntil),
			name: fileName,
		},
		content,
	};
	platform.state.files.set(file.record.id, file);
	return file;
}

function sessionOf(metadata: unknown): number {
	if (typeof metadata !== 'object' || metadata === null) return 0;
	return 'contract_session_id' in metadata ? Number(metadata.contract_session_id) : 0;
}
