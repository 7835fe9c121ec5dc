import type { FastifyInstance, FastifyRequest } from 'fastify';
import { refuse } from '../../objectStore';
import { mimeType, PIXEL } from '../drive/files';
import { linkProblem, type SignedQuery } from '../drive/links';
import { now, type Platform } from '../platform';
import { publishedFile } from '../recordings/recordings';

const LARGEST_UPLOAD = 200 * 1024 * 1024;

/**
 * The vendor's file storage on a host of its own: links carry their permission, and credentials are
 * refused (own choice: a pre-signed request of this kind admits no second authorization).
 */
export function storageRoutes(app: FastifyInstance, platform: Platform): void {
	app.removeAllContentTypeParsers();
	app.addContentTypeParser(
		'*',
		{ parseAs: 'buffer', bodyLimit: LARGEST_UPLOAD },
		(_request, body, done) => done(null, body),
	);
	app.addHook('preHandler', async (request, reply) => {
		if (hasCredentials(request)) {
			return refuse(reply, 400, 'InvalidArgument', 'Only one authorization is allowed: the link.');
		}
	});

	/** Seed 002, Drive, step 2. Own choices: once only, and with a content length, as object stores do. */
	app.put<{ Params: { key: string }; Querystring: SignedQuery & { moved?: string } }>(
		'/drive_files/upload/:key',
		async (request, reply) => {
			const { headers, params, query, body } = request;
			const path = `/drive_files/upload/${params.key}`;
			const problem = linkProblem(path, query, now(platform));
			if (problem) return refuse(reply, 403, 'AccessDenied', problem);
			const { driveFiles, redirectsUploads } = platform.state;
			if (redirectsUploads && query.moved === undefined) {
				return reply.redirect(`${platform.urls['storage']}${request.url}&moved=1`, 307);
			}
			if (headers['content-length'] === undefined) {
				return refuse(reply, 411, 'MissingContentLength', 'The length of the file is missing.');
			}
			const file = [...driveFiles.values()].find(({ key }) => key === params.key);
			if (!file) return refuse(reply, 404, 'NoSuchKey', 'There is no such file.');
			if (file.finished) return refuse(reply, 403, 'AccessDenied', 'The upload is finished.');
			file.content = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
			return reply.code(200).send();
		},
	);

	app.get<{ Params: { name: string } }>('/drive_files/download/:name', async (request, reply) => {
		const key = request.params.name.split('.')[0];
		const file = [...platform.state.driveFiles.values()].find((candidate) => candidate.key === key);
		if (!file?.content) return refuse(reply, 404, 'NoSuchKey', 'There is no such file.');
		return reply.type(mimeType(file.filename)).send(file.content);
	});

	app.get('/drive_files/image_preview', async (_request, reply) =>
		reply.type('image/png').send(PIXEL),
	);

	/** Section 8.4, `download_link`; sent as it is produced, whatever its size. */
	app.get<{ Params: { name: string } }>('/recording/inline/:name', async (request, reply) => {
		const file = publishedFile(platform, request.params.name);
		if (!file) return refuse(reply, 404, 'NoSuchKey', 'There is no such recording.');
		return reply.type(file.mimeType).header('content-length', file.size).send(file.open());
	});
}

function hasCredentials({ headers, url }: FastifyRequest): boolean {
	const { authorization, cookie } = headers;
	const query = new URLSearchParams(url.split('?', 2)[1]);
	return [authorization, cookie].some(Boolean) || query.has('auth_token');
}
