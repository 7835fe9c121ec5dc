import type { IncomingHttpHeaders } from 'node:http';
import { startLocalServer } from './localServer';

/** A server that is not the vendor's: it notes what it gets and answers with a small ZIP file. */
export async function startPlainServer() {
	const received: Array<{ method?: string; url?: string; headers: IncomingHttpHeaders }> = [];
	const server = await startLocalServer((request, response) => {
		const { method, url, headers } = request;
		received.push({ method, url, headers });
		request.resume();
		response.setHeader('content-type', 'application/zip').end('PK elsewhere');
	});
	return { ...server, received };
}
