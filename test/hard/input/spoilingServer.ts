import { createServer, request as ask, type IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { Spoiling, WireAnswer } from './wireAnswer';

/** Headers that are about one connection, or about a body that is another now. */
const OF_CONNECTION = ['connection', 'content-length', 'keep-alive', 'transfer-encoding', 'date'];

function parsed(body: Buffer): unknown {
	try {
		return JSON.parse(body.toString());
	} catch {
		return undefined;
	}
}

async function answerOf(
	vendor: URL,
	{ method, url, headers }: IncomingMessage,
	body: Buffer,
): Promise<WireAnswer> {
	return await new Promise((resolve, reject) => {
		const { hostname, port } = vendor;
		const to = { hostname, port, method, path: url, headers };
		const asking = ask(to, (response) => {
			const { statusCode: status = 0 } = response;
			const kept = Object.entries(response.headers).filter(
				([name]) => !OF_CONNECTION.includes(name),
			);
			const flat = kept.map(([name, value]) => [name, String(value)]);
			buffer(response).then(
				(read) => resolve({ status, headers: Object.fromEntries(flat), body: read }),
				reject,
			);
		});
		asking.once('error', reject).end(body);
	});
}

/**
 * A server that stands before the vendor and spoils its answers: the one to each request by the next of
 * the ways it was given, until there are no more.
 */
export async function startSpoilingServer(vendorUrl: string) {
	const vendor = new URL(vendorUrl);
	let next: Spoiling[] = [];
	let spoilt = 0;
	let asked = 0;
	const server = createServer((request, response) => {
		const respond = async () => {
			asked++;
			const answer = await answerOf(vendor, request, await buffer(request));
			// The vendor's links to itself lead here, as the credential's address does.
			const text = answer.body.toString('latin1').replaceAll(vendor.origin, url);
			const own = { ...answer, body: Buffer.from(text, 'latin1') };
			const isSignIn = /\/(token|authenticate)$/.test(request.url ?? '');
			const spoil = isSignIn && next.length % 10 > 0 ? undefined : next.shift();
			if (spoil) spoilt++;
			const { status, headers, body } = spoil ? spoil(own, parsed(own.body)) : own;
			response.writeHead(status, headers).end([204, 304].includes(status) ? undefined : body);
		};
		respond().catch(() => response.destroy());
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const address = server.address();
	if (typeof address !== 'object' || address === null) throw new Error('The server has no port.');
	const url = `http://127.0.0.1:${address.port}`;
	return {
		url,
		/** Spoils the next answers in these ways, and counts anew. */
		spoil(ways: Spoiling[]): void {
			[next, spoilt, asked] = [[...ways], 0, 0];
		},
		counts: () => ({ spoilt, asked }),
		async close() {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}
