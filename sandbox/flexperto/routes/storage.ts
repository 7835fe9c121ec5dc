import type { FastifyInstance } from 'fastify';
import { refuse } from '../../objectStore';
import { corrupted } from '../files';
import { now, timestamp, type Platform } from '../platform';
import { signature } from '../tokens';

/** Own choice: how long a download link works. */
const LINK_VALIDITY_SECONDS = 15 * 60;

/** A link to a file in the object store that works without credentials, for a while. */
export function storageLink(platform: Platform, fileId: string): string {
	const path = `/archives/${fileId}.zip`;
	const date = timestamp(platform).replace(/[-:]|\.\d+/g, '');
	const link = new URL(path, platform.urls['storage']);
	link.searchParams.set('X-Amz-Algorithm', 'AWS4-HMAC-SHA256');
	link.searchParams.set('X-Amz-Date', date);
	link.searchParams.set('X-Amz-Expires', String(LINK_VALIDITY_SECONDS));
	link.searchParams.set('X-Amz-SignedHeaders', 'host');
	link.searchParams.set('X-Amz-Signature', linkSignature(path, date));
	return link.href;
}

/** The vendor's object store (seed 000, C1): another host, which speaks XML when it refuses. */
export function storageRoutes(app: FastifyInstance, platform: Platform): void {
	app.get<{ Params: { file: string }; Querystring: Record<string, string | undefined> }>(
		'/archives/:file',
		async (request, reply) => {
			const { headers, params, query } = request;
			if (headers.authorization !== undefined || headers['api-key'] !== undefined) {
				return refuse(reply, 400, 'InvalidArgument', 'A signed link admits no other credentials.');
			}
			const date = query['X-Amz-Date'] ?? '';
			if (query['X-Amz-Signature'] !== linkSignature(`/archives/${params.file}`, date)) {
				return refuse(reply, 403, 'SignatureDoesNotMatch', 'The link is not signed for this file.');
			}
			const signed = Date.parse(
				date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'),
			);
			if (now(platform) > signed + LINK_VALIDITY_SECONDS * 1000) {
				return refuse(reply, 403, 'AccessDenied', 'The link has expired.');
			}
			const archive = [...platform.state.archives.values()].find(
				({ record, file }) => file && `${record.fileId}.zip` === params.file,
			);
			if (!archive?.file) return refuse(reply, 404, 'NoSuchKey', 'There is no such file.');
			return reply
				.type('application/zip')
				.header('content-length', archive.file.size)
				.send(archive.corrupted ? corrupted(archive.file) : archive.file.open());
		},
	);
}

function linkSignature(path: string, date: string): string {
	return signature(`${path} ${date}`).toString('hex');
}
