import type { BinaryHelperFunctions } from 'n8n-workflow';

/** A readable stream of Node, as n8n hands it out. */
export type FileStream = Awaited<ReturnType<BinaryHelperFunctions['getBinaryStream']>>;

interface StreamConstructor {
	from(source: AsyncIterable<Uint8Array>, options: { objectMode: boolean }): FileStream;
}

const canWrap = (constructor: unknown): constructor is StreamConstructor =>
	typeof constructor === 'function' && 'from' in constructor;

export function isStream(body: unknown): body is FileStream {
	return typeof body === 'object' && body !== null && 'pipe' in body;
}

/** The stream that was asked for. */
export function asStream(body: unknown): FileStream {
	if (isStream(body)) return body;
	throw new TypeError('n8n handed out something that is not a stream');
}

/**
 * A stream of what `source` yields. Community nodes may not import Node's stream module, so the
 * constructor is taken from a stream that n8n handed out.
 */
export function streamLike(model: FileStream, source: AsyncIterable<Uint8Array>): FileStream {
	if (canWrap(model.constructor)) return model.constructor.from(source, { objectMode: false });
	throw new TypeError('n8n handed out something that is not a stream of Node');
}
