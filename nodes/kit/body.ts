import type { IHttpRequestOptions, IN8nHttpFullResponse } from 'n8n-workflow';

import { whenLate } from './late';
import { isStream, type FileStream } from './stream';

/** The most bytes of data that an answer may have when it is unpacked; of a file there is no limit. */
export const MOST_DATA = 32 * 1024 * 1024;

/** The most bytes of an answer from which words for a message are taken. */
const MOST_WORDS = 100_000;

/** The code of an answer with more than `MOST_DATA`. */
export const TOO_LONG = 'EMSGSIZE';

/** A request for a file that is ended when it does not go on, or when the user stops the execution. */
export interface Ending {
	signal: AbortSignal;
	stop(): void;
	/** Says that the answer is there. */
	forget(): void;
}

/** The requests whose files are still to be read. */
const endings = new WeakMap<FileStream, Ending>();

/** What ends a request, as the stream of an answer cannot be destroyed while it waits. */
export function ending(cancelled?: AbortSignal): Ending {
	const request = new AbortController();
	const stop = () => request.abort(cancelled?.reason);
	if (cancelled?.aborted) stop();
	cancelled?.addEventListener('abort', stop);
	const forget = () => cancelled?.removeEventListener('abort', stop);
	return { signal: request.signal, stop, forget };
}

/**
 * Reads what an answer that came as a stream holds, unless a file was asked for and here it is. n8n
 * itself would hold the whole answer, however long it is, and the time-out would end with its headers.
 */
export async function received(
	response: IN8nHttpFullResponse,
	{ encoding, timeout = Infinity }: IHttpRequestOptions,
	end?: Ending,
): Promise<IN8nHttpFullResponse> {
	const { body, statusCode } = response;
	if (!isStream(body)) return response;
	if (statusCode < 200 || statusCode >= 300) {
		end?.forget();
		return { ...response, body: await readWords(body, timeout) };
	}
	if (encoding !== 'stream') return { ...response, body: await readData(body, timeout) };
	if (end) endings.set(body, end);
	return response;
}

/** What the beginning of a body says, for messages; empty when it is too long or breaks off. */
export const readWords = async (body: FileStream, timeout: number): Promise<Content> =>
	await read(body, timeout, MOST_WORDS).catch(() => '');

const readData = async (body: FileStream, timeout: number): Promise<Content> =>
	await read(body, timeout, MOST_DATA);

type Content = IN8nHttpFullResponse['body'];

const decoder = new TextDecoder();

/** Parsed JSON, or the text when it is none. Throws when it has more bytes or takes longer. */
async function read(body: FileStream, timeout: number, most: number): Promise<Content> {
	const chunks: Uint8Array[] = [];
	let size = 0;
	await new Promise<void>((resolve, reject) => {
		const fail = (error: Error) => {
			forget();
			reject(error);
			body.destroy();
		};
		const forget = whenLate(timeout, () => fail(tooLate()));
		body.on('data', (chunk: Uint8Array) => {
			size += chunk.length;
			if (size > most) fail(failed('TooLong', TOO_LONG));
			else chunks.push(chunk);
		});
		const closed = () => fail(failed('Closed', 'ECONNRESET'));
		body.once('end', () => {
			body.off('close', closed);
			forget();
			resolve();
		});
		body.on('error', fail);
		body.once('close', closed);
	});
	const text = decoder.decode(chunks.length === 1 ? chunks[0] : Buffer.concat(chunks, size));
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}

/** The pieces of a body. Throws when one does not come within so many milliseconds. */
export async function* inTime(body: FileStream, timeout: number): AsyncGenerator<Uint8Array> {
	const pieces = body[Symbol.asyncIterator]();
	let isWhole = false;
	try {
		for (;;) {
			const { value, done } = await within(timeout, pieces.next());
			if (done) break;
			yield value;
		}
		isWhole = true;
	} finally {
		if (!isWhole) {
			endings.get(body)?.stop();
			body.destroy();
		}
		endings.get(body)?.forget();
	}
}

const within = async <T>(timeout: number, work: Promise<T>): Promise<T> =>
	await new Promise<T>((resolve, reject) => {
		const forget = whenLate(timeout, () => reject(tooLate()));
		void work.then(resolve, reject).finally(forget);
	});

const tooLate = () => failed('Timeout', 'ETIMEDOUT');

const failed = (name: string, code: string): Error =>
	Object.assign(new Error(code), { name, code });
