import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { IDataObject } from 'n8n-workflow';

import { isRecord } from '../../nodes/kit/record';
import { startLocalServer } from './localServer';

/** A request as the sample vendor got it. */
export interface Received {
	method: string;
	/** Path and query as sent. */
	path: string;
	headers: IncomingHttpHeaders;
	/** Parsed when it is JSON, otherwise the bytes; nothing when it is empty. */
	body: unknown;
}

export interface SampleAnswer {
	status?: number;
	headers?: Record<string, string>;
	/** Text and bytes are sent as they are, everything else as JSON. */
	body?: unknown;
}

/** The entries of a JSON body. */
export const entriesOf = ({ body }: Received): IDataObject => (isRecord(body) ? body : {});

/** What the sample vendor answers. */
export type Respond = (request: Received) => SampleAnswer | Promise<SampleAnswer>;

/** The whole content of a request; nothing when it was broken off. */
async function contentOf(request: IncomingMessage): Promise<Buffer | undefined> {
	const chunks: Buffer[] = [];
	try {
		for await (const chunk of request) chunks.push(Buffer.from(chunk));
		return Buffer.concat(chunks);
	} catch {
		return undefined;
	}
}

/** A vendor whose answers a test decides. */
export async function startSampleServer() {
	let received: Received[] = [];
	let respond: Respond = () => ({ status: 404 });
	const server = await startLocalServer(async (request, response) => {
		const { method = '', url = '', headers } = request;
		const content = await contentOf(request);
		if (!content) {
			received.push({ method, path: url, headers, body: 'broken off' });
			return;
		}
		const isJson = headers['content-type']?.includes('json');
		const read: unknown = isJson && content.length > 0 ? JSON.parse(content.toString()) : content;
		const body = content.length === 0 ? undefined : read;
		const got = { method, path: url, headers, body };
		received.push(got);
		const answer = await respond(got);
		const isRaw = typeof answer.body === 'string' || Buffer.isBuffer(answer.body);
		const type = isRaw ? 'application/octet-stream' : 'application/json';
		// By the time of the test, which may run fast, unlike that of Node's own header.
		const headersOfAll = { date: new Date().toUTCString(), 'content-type': type };
		response.writeHead(answer.status ?? 200, { ...headersOfAll, ...answer.headers });
		response.end(isRaw ? answer.body : JSON.stringify(answer.body ?? {}));
	});
	return {
		...server,
		received: () => received,
		/** From now on it answers so; what it got before is forgotten. */
		answers(next: Respond) {
			respond = next;
			received = [];
		},
	};
}
