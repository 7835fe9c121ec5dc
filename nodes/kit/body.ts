import type { IHttpRequestOptions, IN8nHttpFullResponse } from 'n8n-workflow';

import { isStream, type FileStream } from './stream';

/** The most bytes of data that an answer may have when it is unpacked; of a file there is no limit. */
export const MOST_DATA = 32 * 1024 * 1024;

/** The most bytes of an answer from which words for a message are taken. */
const MOST_WORDS = 100_000;

/** The code of an answer with more than `MOST_DATA`. */
export const TOO_LONG = 'EMSGSIZE';

/** The longest time that a timer can hold, in milliseconds. */
const LONGEST = 2 ** 31 - 1;

/** A request that is ended when its answer does not go on, or when the user stops the execution. */
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
	{ encoding, timeout = LONGEST }: IHttpRequestOptions,
	end: Ending,
): Promise<IN8nHttpFullResponse> {
	const { body, statusCode } = response;
	if (!isStream(body)) return response;
	endings.set(body, end);
	if (statusCode < 200 || statusCode >= 300) {
		return { ...response, body: await readWords(body, timeout) };
	}
	return encoding === 'stream' ? response : { ...response, body: await readData(body, timeout) };
}

/** What the beginning of a body says, for messages; empty when it is too long or breaks off. */
export const readWords = async (body: FileStream, timeout: number): Promise<Content> =>
	await read(body, timeout, MOST_WORDS).catch(() => '');

const readData = async (body: FileStream, timeout: number): Promise<Content> =>
	await read(body, timeout, MOST_DATA);

type Content = IN8nHttpFullResponse['body'];

/** Parsed JSON, or the text when it is none. Throws when it has more bytes or takes longer. */
async function read(body: FileStream, timeout: number, most: number): Promise<Content> {
	const chunks: Uint8Array[] = [];
	const latest = performance.now() + timeout;
	let size = 0;
	for await (const chunk of inTime(body, timeout)) {
		size += chunk.length;
		if (size > most) throw failed('TooLong', TOO_LONG);
		if (performance.now() > latest) throw failed('Timeout', 'ETIMEDOUT');
		chunks.push(chunk);
	}
	const text = new TextDecoder().decode(Buffer.concat(chunks, size));
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}

/** The pieces of a body. Throws when one does not come within so many milliseconds. */
export async function* inTime(body: FileStream, timeout: number): AsyncGenerator<Uint8Array> {
	const pieces = body[Symbol.asyncIterator]();
	const clock = stopwatch(Math.min(timeout, LONGEST));
	let isWhole = false;
	try {
		for (;;) {
			const { value, done } = await clock.of(pieces.next());
			if (done) break;
			yield value;
		}
		isWhole = true;
	} finally {
		clock.forget();
		if (!isWhole) {
			endings.get(body)?.stop();
			body.destroy();
		}
		endings.get(body)?.forget();
	}
}

/** Limits how long each of some works may take, one after the other; what is between does not count. */
function stopwatch(allowed: number) {
	let since = performance.now();
	let late: (() => void) | undefined;
	let timer: AbortSignal;
	const look = () => {
		const left = late ? since + allowed - performance.now() : allowed;
		if (left > 0) watch(left);
		else late?.();
	};
	const watch = (milliseconds: number) => {
		timer = AbortSignal.timeout(Math.ceil(milliseconds));
		timer.addEventListener('abort', look);
	};
	watch(allowed);
	return {
		async of<T>(work: Promise<T>): Promise<T> {
			since = performance.now();
			try {
				return await new Promise<T>((resolve, reject) => {
					late = () => reject(failed('Timeout', 'ETIMEDOUT'));
					work.then(resolve, reject);
				});
			} finally {
				late = undefined;
			}
		},
		forget: () => timer.removeEventListener('abort', look),
	};
}

const failed = (name: string, code: string): Error =>
	Object.assign(new Error(code), { name, code });
