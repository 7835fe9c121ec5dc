import { createRequire } from 'node:module';
import { parse } from 'node:querystring';
import type { Readable } from 'node:stream';
import { createGunzip, createInflate } from 'node:zlib';
import type { N8n } from './n8n';
import type { WebhookRequest } from './webhookServer';

// n8n's own packages for what its web server reads; they have no types here.
const fromCore = createRequire(require.resolve('n8n-core'));
const network: typeof import('@n8n/backend-network') = fromCore('@n8n/backend-network');
const xml2js: {
	Parser: new (options: object) => { parseStringPromise(text: string): Promise<unknown> };
} = fromCore('xml2js');

/** How much n8n takes, in bytes: N8N_PAYLOAD_SIZE_MAX and, for parts, N8N_FORMDATA_FILE_SIZE_MAX. */
const LIMIT = 16 * 2 ** 20;
const FORM_LIMIT = 200 * 2 ** 20;

/** Why n8n answers a delivery itself: no node sees it. */
export class UnreadableBody extends Error {
	constructor(
		readonly status: 400 | 422 | 500,
		message: string,
		readonly hint?: string,
	) {
		super(message);
	}
}

/**
 * Reads the body of a delivery into `rawBody` and `body`, as n8n does for a node of version 1. `body`
 * stays undefined when there is none, and with content types that n8n does not read.
 */
export async function readBody(n8n: N8n, request: WebhookRequest): Promise<void> {
	network.parseIncomingMessage(request);
	const { contentType } = request;
	if (contentType === 'multipart/form-data') request.body = await partsOf(request);
	if (contentType?.startsWith('multipart/')) return;
	request.rawBody = await bytesOf(request, LIMIT);
	if (request.rawBody.length === 0) return;
	try {
		request.body = await parsed(n8n, request.rawBody, request);
	} catch (error) {
		const { message: hint } = error as Error;
		throw new UnreadableBody(422, 'Failed to parse request body', hint);
	}
}

async function parsed(n8n: N8n, raw: Buffer, { contentType = '', encoding }: WebhookRequest) {
	const text = () => raw.toString(encoding);
	const withoutMark = () => text().replace(/^\uFEFF/, '');
	const { jsonParse, sanitizeXmlName } = n8n.workflow;
	if (contentType === 'application/json') return jsonParse<unknown>(withoutMark());
	if (contentType === 'text/plain') return text();
	if (contentType === 'application/x-www-form-urlencoded') {
		return parse(withoutMark(), undefined, undefined, { maxKeys: 1000 });
	}
	if (!/(\/|\+)xml$/.test(contentType)) return undefined;
	const names = { tagNameProcessors: [sanitizeXmlName], attrNameProcessors: [sanitizeXmlName] };
	const settings = { async: true, normalize: true, normalizeTags: true, explicitArray: false };
	return await new xml2js.Parser({ ...settings, ...names }).parseStringPromise(text());
}

/** The bytes of a body, unpacked. What comes after too many stays unread. */
async function bytesOf(request: WebhookRequest, limit: number): Promise<Buffer> {
	const failed = () => new UnreadableBody(500, 'There was a problem executing the workflow');
	const packed = request.headers['content-encoding'];
	const unpack = packed === 'gzip' ? createGunzip() : packed === 'deflate' && createInflate();
	const stream: Readable = unpack ? request.pipe(unpack) : request;
	if (!unpack && Number(request.headers['content-length']) > limit) throw failed();
	return await new Promise((resolve, reject) => {
		const pieces: Buffer[] = [];
		let size = 0;
		const fail = () => {
			stream.removeAllListeners('data').pause();
			if (unpack) request.unpipe(unpack);
			reject(failed());
		};
		stream.on('data', (piece: Buffer) => {
			size += piece.length;
			if (size > limit) fail();
			else pieces.push(piece);
		});
		stream.once('end', () => resolve(Buffer.concat(pieces)));
		stream.once('error', fail);
		request.once('close', () => {
			if (!request.complete) fail();
		});
	});
}

/** A form of several parts as n8n hands it on: texts as `data`, what it knows of files as `files`. */
async function partsOf(request: WebhookRequest) {
	const bytes = await bytesOf(request, FORM_LIMIT);
	const headers = { 'content-type': request.headers['content-type'] ?? '' };
	const form = await new Response(bytes, { headers }).formData().catch(() => {
		throw new UnreadableBody(400, 'The submitted form data could not be parsed.');
	});
	const data: Record<string, unknown> = {};
	const files: Record<string, unknown> = {};
	for (const name of new Set(form.keys())) {
		const parts = form.getAll(name);
		const texts = parts.filter((part) => typeof part === 'string');
		const stored = parts.flatMap((part) =>
			typeof part === 'string'
				? []
				: [{ originalFilename: part.name, mimetype: part.type, size: part.size }],
		);
		if (texts.length > 0) data[name] = texts.length === 1 ? texts[0] : texts;
		if (stored.length > 0) files[name] = stored.length === 1 ? stored[0] : stored;
	}
	return { data, files };
}
