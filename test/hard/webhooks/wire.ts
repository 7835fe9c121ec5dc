import { Agent, request as open } from 'node:http';

/** Headers in the order they are sent; a name may come twice. */
export type Headers = Array<[name: string, value: string]>;

/** A request as it goes over the wire. */
export interface WireRequest {
	method: string;
	url: string;
	headers: Headers;
	body: Buffer;
}

/** What came back; status 0 when the connection was closed without an answer. */
export interface WireAnswer {
	status: number;
	text: string;
}

/** Connections are kept, as a vendor or an attacker keeps them. */
const agent = new Agent({ keepAlive: true, maxSockets: 16 });

/** Larger bodies get a connection of their own: a server may answer before it has read them. */
const KEPT = 2 ** 20;

/** Sends a request exactly as it is described. Never rejects. */
export async function sendRaw(request: WireRequest): Promise<WireAnswer> {
	const { hostname, port, pathname, search } = new URL(request.url);
	const isKept = request.body.length < KEPT;
	const headers = [
		...['host', `${hostname}:${port}`],
		...['content-length', String(request.body.length)],
		...['connection', isKept ? 'keep-alive' : 'close'],
		...request.headers.flat(),
	];
	const path = `${pathname}${search}`;
	const to = { hostname, port, path, method: request.method, headers };
	return await new Promise((resolve) => {
		let status = 0;
		const pieces: Buffer[] = [];
		const finish = () => resolve({ status, text: Buffer.concat(pieces).toString() });
		const sending = open({ ...to, agent: isKept ? agent : false }, (response) => {
			status = response.statusCode ?? 0;
			response.on('data', (piece: Buffer) => pieces.push(piece));
			response.once('close', finish);
		});
		sending.once('error', () => {
			// The server may close a kept connection just when it is used again: nothing was heard then.
			if (status === 0 && sending.reusedSocket) resolve(sendRaw(request));
			else finish();
		});
		sending.end(request.body);
	});
}

/** Ends the connections that were kept. */
export const hangUp = () => agent.destroy();

/** Works on all of them, some at a time, in their order. */
export async function eachOf<T>(
	items: T[],
	atOnce: number,
	work: (item: T) => Promise<void>,
): Promise<void> {
	const left = items.values();
	const worker = async () => {
		for (const item of left) await work(item);
	};
	await Promise.all(Array.from({ length: atOnce }, worker));
}
