import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { IncomingMessage } from 'node:http';

/** A request as any HTTP server of this process gets it. */
export interface Arrival {
	/** Host and port that it was sent to. */
	host: string;
	method: string;
	/** Path and query as sent. */
	path: string;
	headers: IncomingMessage['headers'];
	/** The beginning of the body; a file is not read to its end. */
	body: string;
}

/** Node says here that a server has a request, before its handler knows. */
const CHANNEL = 'http.server.request.start';

/** How much of a body is looked at, in bytes. */
const MOST = 256 * 1024;

/**
 * Tells of every request that a server of this process gets: simulated vendors, file storages, targets
 * of redirects, whatever a test has started. Each is told twice: when it begins, and with its body.
 *
 * @returns ends it
 */
export function watchArrivals(tell: (arrival: Arrival) => void): () => void {
	const listener = (message: unknown) => {
		const request =
			typeof message === 'object' && message !== null && 'request' in message
				? message.request
				: undefined;
		if (!(request instanceof IncomingMessage)) return;
		const { method = '', url: path = '', headers } = request;
		const arrival = { host: headers.host ?? '', method, path, headers };
		tell({ ...arrival, body: '' });
		readBeside(request, (body) => tell({ ...arrival, body }));
	};
	subscribe(CHANNEL, listener);
	return () => {
		unsubscribe(CHANNEL, listener);
	};
}

/** Reads along while the server's handler reads; a listener of its own would set the body flowing. */
function readBeside(request: IncomingMessage, done: (body: string) => void): void {
	const chunks: Buffer[] = [];
	let size = 0;
	const push = request.push.bind(request);
	request.push = (chunk: unknown, encoding) => {
		if (Buffer.isBuffer(chunk) && size < MOST) {
			chunks.push(chunk);
			size += chunk.length;
		}
		if (chunk === null && size > 0) done(Buffer.concat(chunks).toString());
		return push(chunk, encoding);
	};
}
