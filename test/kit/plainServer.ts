import type { IncomingHttpHeaders } from 'node:http';
import { startLocalServer } from './localServer';

/** A request to a server that is not the vendor's. */
export interface Received {
	method?: string;
	url?: string;
	headers: IncomingHttpHeaders;
	body: string;
}

/** A server that is not the vendor's: it notes what it gets and answers with a small ZIP file. */
export async function startPlainServer() {
	const received: Received[] = [];
	const server = await startLocalServer((request, response) => {
		const { method, url, headers } = request;
		const got = { method, url, headers, body: '' };
		received.push(got);
		request.setEncoding('utf8').on('data', (piece: string) => (got.body += piece));
		request.on('end', () => {
			response.setHeader('content-type', 'application/zip').end('PK elsewhere');
		});
	});
	return { ...server, received };
}
