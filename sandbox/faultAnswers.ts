import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { createGzip } from 'node:zlib';
import type { FastifyReply } from 'fastify';
import type { Fault } from './faults';

/** Headers that every client sends. Without them an echo begins with what a sender would keep secret. */
const USUAL_HEADERS = /^(accept|connection|content|host$|transfer|user-agent)/;

/** What is cut when the work, and with it the real answer, was left out. */
export const STAND_IN = { items: [{ id: 'stand-in', text: 'x'.repeat(2000) }] };

/**
 * Turns an answer into the faulty one. Runs where the answer is about to be sent, so one way serves
 * faults with and without the vendor's work.
 */
export async function faultyAnswer(
	fault: Fault,
	reply: FastifyReply,
	payload: unknown,
): Promise<unknown> {
	switch (fault.kind) {
		case 'delay':
			await wait(fault.ms);
			return payload;
		case 'status':
			return replace(reply, payload, fault.status, fault.headers, fault.body);
		case 'echo': {
			const { headers, body } = reply.request;
			const own = Object.entries(headers).filter(([name]) => !USUAL_HEADERS.test(name));
			const message = `${JSON.stringify([Object.fromEntries(own), body])} ${fault.words ?? ''}`;
			return replace(reply, payload, fault.status, {}, { message });
		}
		case 'relink': {
			const location = reply.getHeader('location');
			if (location !== undefined) reply.header('location', relinked(location, fault.origin));
			// Files stay as they are.
			if (typeof payload !== 'string') return payload;
			reply.removeHeader('content-length');
			return relinked(payload, fault.origin);
		}
		case 'html':
			return replace(
				reply,
				payload,
				fault.status ?? 200,
				{ 'content-type': 'text/html; charset=utf-8' },
				fault.body ?? '<!doctype html><html><body><h1>Please stand by</h1></body></html>',
			);
		case 'redirect':
			return replace(reply, payload, fault.status ?? 302, { location: fault.location }, '');
		case 'flood': {
			const { bytes, gzip = false } = fault;
			const headers = { 'content-type': 'application/json' };
			const encoding = gzip ? { 'content-encoding': 'gzip' } : undefined;
			replace(reply, payload, 200, { ...headers, ...encoding });
			return gzip ? flood(bytes).pipe(createGzip()) : flood(bytes);
		}
		case 'reset':
			discard(payload);
			reply.raw.socket?.resetAndDestroy();
			return '';
		case 'cutJson': {
			const whole = await read(payload);
			const half = whole.subarray(0, Math.max(1, Math.floor(whole.length / 2)));
			return replace(reply, '', reply.statusCode, { 'content-type': 'application/json' }, half);
		}
		case 'cutBody':
			return cut(reply, payload, fault.bytes, () => reply.raw.socket?.end());
		case 'resetMidBody':
			return cut(reply, payload, fault.bytes, () => reply.raw.socket?.resetAndDestroy());
	}
}

function replace(
	reply: FastifyReply,
	payload: unknown,
	status: number,
	headers: Record<string, string> = {},
	body: unknown = '',
): string | Buffer {
	discard(payload);
	for (const name of Object.keys(reply.getHeaders())) reply.removeHeader(name);
	reply.code(status);
	const plain = typeof body === 'string' || Buffer.isBuffer(body);
	reply.headers(plain ? headers : { 'content-type': 'application/json', ...headers });
	return plain ? body : JSON.stringify(body);
}

/** A list with one record, which is as long as it takes. */
function flood(bytes: number): Readable {
	const [head, tail] = ['{"items":[{"id":1,"text":"', '"}],"total":1}'];
	const piece = Buffer.alloc(65_536, 'x');
	function* content() {
		yield Buffer.from(head);
		let left = bytes - head.length - tail.length;
		for (; left > 0; left -= piece.length) yield piece.subarray(0, left);
		yield Buffer.from(tail);
	}
	return Readable.from(content(), { objectMode: false });
}

const relinked = (addresses: unknown, origin: string) =>
	String(addresses).replaceAll(/https?:\/\/(localhost|127\.0\.0\.1):\d+/g, origin);

function discard(payload: unknown): void {
	if (payload instanceof Readable) payload.destroy();
}

async function read(payload: unknown): Promise<Buffer> {
	if (payload instanceof Readable) return Buffer.concat(await payload.toArray());
	return Buffer.isBuffer(payload) ? payload : Buffer.from(String(payload ?? ''));
}

/** Announces the whole body, sends its beginning, and ends the connection. */
function cut(
	reply: FastifyReply,
	payload: unknown,
	bytes: number | undefined,
	end: () => void,
): Readable {
	const body = Buffer.isBuffer(payload) ? payload : Buffer.from(String(payload ?? ''));
	const streamed = payload instanceof Readable;
	if (!streamed) reply.header('content-length', body.length);
	const source = streamed ? payload : [body];
	const length = Number(reply.getHeader('content-length') ?? 65_536);
	const limit = bytes ?? Math.floor(length / 2);

	async function* beginning() {
		let sent = 0;
		for await (const chunk of source) {
			const part: Buffer = Buffer.from(chunk).subarray(0, limit - sent);
			sent += part.length;
			yield part;
			if (sent >= limit) break;
		}
		// The bytes have to leave before the connection does.
		await wait(50);
		end();
		await new Promise(() => undefined);
	}
	return Readable.from(beginning(), { objectMode: false });
}
