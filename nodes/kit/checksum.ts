import { createHash } from 'node:crypto';
import { UserError } from 'n8n-workflow';

import type { Naming } from './fileName';
import type { ExpectedFile } from './transfer';

/** What became known of a file while it was received. `sha256` is empty until its end. */
export interface FileCheck {
	sha256: string;
	/** Why the content is not the file. */
	problem?: string;
}

/** The content as it comes, with its SHA-256 compared at the end: a wrong file never ends well. */
export async function* hashed(
	content: AsyncIterable<Uint8Array>,
	{ fileName, sha256: expected }: ExpectedFile & Naming,
	verdict: FileCheck,
): AsyncGenerator<Buffer> {
	const hash = createHash('sha256');
	let size = 0;
	for await (const piece of pieces(content)) {
		hash.update(piece);
		size += piece.length;
		yield piece;
	}
	verdict.sha256 = hash.digest('hex');
	if (size === 0) {
		verdict.problem = `The file "${fileName}" is empty`;
	} else if (expected !== undefined && expected.toLowerCase() !== verdict.sha256) {
		verdict.problem = `The checksum of "${fileName}" is not the one the vendor recorded`;
	}
	if (verdict.problem !== undefined) throw new UserError(verdict.problem);
}

/** Bytes that are handed on at a time. */
const PIECE = 512 * 1024;

/**
 * The content in larger pieces than the network brings: n8n writes each by itself and waits for it,
 * which costs more than the checksum. Each has memory of its own, as n8n may keep all of them.
 */
async function* pieces(content: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
	let piece = Buffer.allocUnsafeSlow(PIECE);
	let used = 0;
	for await (const chunk of content) {
		for (let from = 0; from < chunk.length; ) {
			const part = chunk.subarray(from, from + PIECE - used);
			piece.set(part, used);
			from += part.length;
			used += part.length;
			if (used < PIECE) continue;
			yield piece;
			piece = Buffer.allocUnsafeSlow(PIECE);
			used = 0;
		}
	}
	if (used > 0) yield piece.subarray(0, used);
}
