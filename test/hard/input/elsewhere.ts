import { createServer, type IncomingHttpHeaders } from 'node:http';

/** A request that arrived where none should, or only without a credential. */
export interface Stray {
	asked: string;
	headers: IncomingHttpHeaders;
	body: string;
}

/**
 * A server that is nobody's, as the proxy of this process too: whatever goes neither to the sandbox nor to
 * another address of this machine arrives here.
 */
export async function startElsewhere() {
	const strays: Stray[] = [];
	const server = createServer((request, response) => {
		const { method, url: target, headers } = request;
		const stray = { asked: `${method} ${target}`, headers, body: '' };
		strays.push(stray);
		request.setEncoding('utf8').on('data', (piece: string) => (stray.body += piece));
		request.on('end', () => {
			response.writeHead(200, { 'content-type': 'application/zip' }).end('PK elsewhere');
		});
	});
	server.on('connect', ({ url, headers }, socket) => {
		strays.push({ asked: `CONNECT ${url}`, headers, body: '' });
		socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const address = server.address();
	if (typeof address !== 'object' || address === null) throw new Error('The server has no port.');
	const url = `http://127.0.0.1:${address.port}`;
	const before = { ...process.env };
	Object.assign(process.env, {
		HTTP_PROXY: url,
		HTTPS_PROXY: url,
		NO_PROXY: '127.0.0.1,localhost',
	});
	return {
		url,
		/** What arrived since the last call. */
		taken: (): Stray[] => strays.splice(0),
		async close() {
			for (const name of ['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY']) {
				Reflect.deleteProperty(process.env, name);
				if (before[name] !== undefined) process.env[name] = before[name];
			}
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

export type Elsewhere = Awaited<ReturnType<typeof startElsewhere>>;
