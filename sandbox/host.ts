import { createHash } from 'node:crypto';
import multipart from '@fastify/multipart';
import fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import type { Clock } from './clock';
import { faultyAnswer, STAND_IN } from './faultAnswers';
import { strikesBefore, type Faults, type InjectedFault } from './faults';
import { acceptJsonOnly } from './jsonBodies';
import type { LoggedRequest, RequestLog } from './requestLog';
import { validateRequests } from './validation';

/** A file of a multipart request, held in memory. */
export interface UploadedFile {
	field: string;
	fileName: string;
	mimeType: string;
	content: Buffer;
}

export interface MultipartBody {
	fields: string[];
	files: UploadedFile[];
}

export interface HostOptions {
	vendor: string;
	name: string;
	clock: Clock;
	log: RequestLog;
	faults: Faults;
}

const MULTIPART_LIMIT = 200 * 1024 * 1024;

const multipartBodies = new WeakMap<FastifyRequest, MultipartBody>();

/** The multipart body of a request, undefined when it is of another type. */
export function multipartBody(request: FastifyRequest): MultipartBody | undefined {
	return multipartBodies.get(request);
}

/**
 * An HTTP server of a vendor: logs every request and lets injected faults strike. Knows no vendor;
 * its routes are added by the caller.
 */
export async function createHost({
	vendor,
	name,
	clock,
	log,
	faults,
}: HostOptions): Promise<FastifyInstance> {
	const app = fastify({
		exposeHeadRoutes: false,
		forceCloseConnections: true,
		routerOptions: { maxParamLength: 8192 },
	});
	const entries = new WeakMap<FastifyRequest, LoggedRequest>();
	const struck = new WeakMap<FastifyRequest, InjectedFault>();

	validateRequests(app);
	acceptJsonOnly(app);
	await app.register(multipart, {
		limits: { fileSize: MULTIPART_LIMIT },
	});

	app.addHook('onRequest', async (request, reply) => {
		const [path = '', rawQuery = ''] = request.raw.url?.split('?', 2) ?? [];
		const entry = log.begin({
			vendor,
			host: name,
			method: request.method,
			path,
			rawQuery,
			query: Object.fromEntries(queryEntries(rawQuery)),
			headers: Object.fromEntries(
				Object.entries(request.headers).flatMap(([key, value]) =>
					value === undefined ? [] : [[key, value]],
				),
			),
			time: clock.now().toISOString(),
			arrivedAt: Date.now(),
		});
		entries.set(request, entry);
		reply.raw.once('close', () => log.end(entry));
	});

	app.addHook('preValidation', async (request) => {
		const entry = entries.get(request);
		if (!entry) return;
		if (request.isMultipart()) {
			const body = await readMultipart(request);
			multipartBodies.set(request, body);
			entry.multipart = {
				fields: body.fields,
				files: body.files.map(({ content, ...file }) => ({
					...file,
					size: content.length,
					sha256: sha256(content),
				})),
			};
		} else if (Buffer.isBuffer(request.body)) {
			entry.upload = { size: request.body.length, sha256: sha256(request.body) };
		} else if (request.body !== undefined) {
			entry.body = request.body;
		}
	});

	// With a callback: an async hook would wait for an answer that some faults never finish.
	app.addHook('preValidation', (request, reply, done) => {
		const entry = entries.get(request);
		const fault = entry && faults.take(entry);
		if (!fault) return done();
		entry.fault = fault.kind;
		if (fault.kind === 'delay' && strikesBefore(fault)) {
			setTimeout(done, fault.ms);
			return;
		}
		struck.set(request, fault);
		if (strikesBefore(fault)) void reply.send(STAND_IN);
		else done();
	});

	app.addHook('onSend', async (request, reply, payload) => {
		const fault = struck.get(request);
		struck.delete(request);
		const answer = fault ? await faultyAnswer(fault, reply, payload) : payload;
		const entry = entries.get(request);
		if (entry && fault?.kind !== 'reset') entry.status = reply.statusCode;
		if (!reply.hasHeader('date')) reply.header('date', clock.now().toUTCString());
		return answer;
	});

	return app;
}

function sha256(content: Buffer): string {
	return createHash('sha256').update(content).digest('hex');
}

async function readMultipart(request: FastifyRequest): Promise<MultipartBody> {
	const body: MultipartBody = { fields: [], files: [] };
	for await (const part of request.parts()) {
		body.fields.push(part.fieldname);
		if (part.type === 'file') {
			body.files.push({
				field: part.fieldname,
				fileName: part.filename,
				mimeType: part.mimetype,
				content: await part.toBuffer(),
			});
		}
	}
	return body;
}

function queryEntries(rawQuery: string): Map<string, string | string[]> {
	const query = new Map<string, string | string[]>();
	for (const [name, value] of new URLSearchParams(rawQuery)) {
		const earlier = query.get(name);
		query.set(name, earlier === undefined ? value : [earlier, value].flat());
	}
	return query;
}
