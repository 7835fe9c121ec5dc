import { NodeOperationError, UserError, type IBinaryData } from 'n8n-workflow';

import { isSafe } from './address';
import type { Answer } from './answer';
import { inTime, readWords } from './body';
import { hashed, type FileCheck } from './checksum';
import { sendBare, sendOwn, type Sending } from './client';
import { executionHelpers, type Connection } from './connection';
import { isThrown } from './error';
import { naming, type Naming } from './fileName';
import { vendorMessage } from './readable';
import { asStream, streamLike } from './stream';
import type { ExpectedFile } from './transfer';

/** The statuses with which a vendor sends to where a file lies. */
export const REDIRECTS = [301, 302, 303, 307, 308];

/** How often a storage may send on to another of its hosts. */
export const MOST_REDIRECTS = 5;

/** An answer and the address it came from. */
export interface Located extends Answer {
	url: string;
}

/** A file in n8n's storage and its SHA-256 in lower-case hexadecimal. */
export interface StoredFile extends Naming {
	binary: IBinaryData;
	sha256: string;
}

/**
 * Streams the file of an answer into n8n's storage. A redirect is followed without any credential,
 * unless the vendor guards the files on its own host and it leads there.
 * Throws when the file's SHA-256 is not the expected one, when a web page comes instead of a file,
 * and when the transfer breaks off; nothing is output then.
 */
export async function storeFile(
	connection: Connection,
	answer: Located,
	file: ExpectedFile,
	sending: Sending,
): Promise<StoredFile> {
	const { context, vendor } = connection;
	const { body, headers, url } = await followed(connection, answer, sending);
	const stream = asStream(body);
	const type = String(headers['content-type']).toLowerCase();
	const named = naming(file, headers, url);
	if (/html|application\/json/.test(type) && !type.startsWith(file.mimeType ?? ' ')) {
		const words = vendorMessage(await readWords(stream, sending.timeout));
		const isPage = type.includes('html');
		const what = isPage ? 'a web page instead of a file' : 'no file';
		const message = `${vendor.name} sent ${what} for "${named.fileName}"`;
		throw new UserError(words === '' ? message : `${message}: ${words}`, {
			description: `Nothing was output. ${remedy(connection, isPage ? url : undefined)}.`,
		});
	}
	const verdict: FileCheck = { sha256: '' };
	const pieces = inTime(stream, sending.timeout);
	const content = streamLike(stream, hashed(pieces, { ...file, ...named }, verdict));
	try {
		const { fileName, mimeType } = named;
		const { prepareBinaryData } = executionHelpers(context);
		const binary = await prepareBinaryData(content, fileName, mimeType);
		return { ...named, binary, sha256: verdict.sha256 };
	} catch (error) {
		const { message, next } = brokenOff(named.fileName, error, verdict);
		const description = `Nothing was output. ${next}`;
		throw new NodeOperationError(context.getNode(), message, { description });
	}
}

/** Why a file was not kept, and what to do. */
function brokenOff(fileName: string, error: unknown, { problem }: FileCheck) {
	if (problem !== undefined) return { message: problem, next: NOT_THE_FILE };
	if (isThrown(error, 'UserError')) {
		const message = `n8n did not keep "${fileName}": ${error.message}`;
		return { message, next: 'See n8n’s settings for binary data.' };
	}
	const [reason] = String(error).split(':', 1);
	const message = `The transfer of "${fileName}" broke off (${reason})`;
	return { message, next: 'Try again later.' };
}

/** What to do when no file came: those who are not signed in get a page instead of a guarded file. */
function remedy(connection: Connection, url = ''): string {
	const { vendor, credentials } = connection;
	const unsigned = { status: 401, message: '', path: url };
	const explanation = isGuarded(connection, url) && vendor.explain?.(unsigned, credentials);
	if (!explanation) return 'Try again later, or check where the file is asked from';
	return `Perhaps ${vendor.name} ${explanation.message}. ${explanation.next}`;
}

const NOT_THE_FILE =
	'Download it again; if it stays so, ask the vendor before anything is deleted there.';

/** The answer after all redirects. */
async function followed(
	connection: Connection,
	answer: Located,
	sending: Sending,
): Promise<Located> {
	const how: Sending = { ...sending, repeatable: true, expect: 'stream', accept: REDIRECTS };
	let current = answer;
	for (let hops = 0; REDIRECTS.includes(current.status); hops++) {
		const { location } = current.headers;
		if (typeof location !== 'string' || hops === MOST_REDIRECTS) {
			throw new UserError(`${connection.vendor.name} redirects to no file`, {
				description: 'Try again later; if it stays so, ask the vendor.',
			});
		}
		const { url: from } = current;
		const url = URL.canParse(location, from) ? new URL(location, from).href : location;
		const sendThere = isGuarded(connection, url) ? sendOwn : sendBare;
		current = { ...(await sendThere(connection, { method: 'GET', url }, how)), url };
	}
	return current;
}

/** Whether the vendor gives the file only to those who are signed in. */
const isGuarded = ({ origin, vendor }: Connection, url: string): boolean =>
	vendor.guardsFiles === true && isSafe(url) && new URL(url).origin === origin;
