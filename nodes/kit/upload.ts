import { randomUUID } from 'node:crypto';
import type { IBinaryData } from 'n8n-workflow';
import { UserError } from 'n8n-workflow';

import type { Answer } from './answer';
import { sendBare, type Outgoing, type Sending } from './client';
import { executionHelpers, type Connection, type Context } from './connection';
import { MOST_REDIRECTS, REDIRECTS } from './download';
import { refusal } from './error';
import { isRecord } from './record';
import { isStream, streamLike, type FileStream } from './stream';

/** A file of an input item. `size` is in bytes; `open` gives its content anew for each attempt. */
export interface InputFile {
	name: string;
	mimeType: string;
	size: number;
	open(): Promise<FileStream | Buffer>;
}

/**
 * Bytes that are read at a time. Few, so that the engine collects its garbage sooner: 50 MB take 18 to 26
 * MiB of memory and 1.4 s of processor time, in pieces of 64 KiB 33 to 38 MiB and 0.3 s.
 */
const CHUNK = 6 * 1024;

/** The files in the given binary fields of the items. Throws a refusal when one is missing. */
export async function inputFiles(
	context: Context,
	items: number[],
	properties: string[],
): Promise<InputFile[]> {
	const helpers = executionHelpers(context);
	const files: InputFile[] = [];
	for (const item of items) {
		for (const property of properties) {
			const data = helpers.assertBinaryData(item, property);
			// n8n takes what every object has, such as "constructor", for a field of the item.
			if (!isRecord(data) || !Object.hasOwn(data, 'mimeType')) {
				const problem = `names "${property}", which is no file of this item`;
				throw refusal(
					'Input Binary Field',
					problem,
					'Enter the name of a binary field, such as data',
				);
			}
			files.push(await inputFile(data));
		}
	}
	return files;

	async function inputFile(data: IBinaryData): Promise<InputFile> {
		const { id, mimeType } = data;
		const name = data.fileName ?? 'file';
		if (id === undefined) {
			const content = Buffer.from(data.data, 'base64');
			return { name, mimeType, size: content.length, open: async () => content };
		}
		const { fileSize: size } = await helpers.getBinaryMetadata(id);
		return { name, mimeType, size, open: async () => await helpers.getBinaryStream(id, CHUNK) };
	}
}

/** A file name as a form can carry it; a vendor that gets the file in one knows it by this name. */
export const nameInForm = (name: string) =>
	name.replaceAll(/["\r\n]/g, (sign) => encodeURIComponent(sign));

/** Sends a file as form field `file` (multipart/form-data), without holding it in memory. */
export async function uploadFile(
	connection: Connection,
	url: string,
	file: InputFile,
	sending: Sending,
): Promise<Answer> {
	const boundary = randomUUID();
	const head = Buffer.from(
		`--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${nameInForm(file.name)}"\r\n` +
			`Content-Type: ${file.mimeType.replaceAll(/[\r\n]/g, '')}\r\n\r\n`,
	);
	const tail = Buffer.from(`\r\n--${boundary}--\r\n`);
	const open = async () => {
		const content = await file.open();
		if (!isStream(content)) return Buffer.concat([head, content, tail]);
		const body = streamLike(content, joined(head, content, tail));
		// What ends before its first piece was asked for does not end what it is made of.
		body.once('close', () => content.destroy());
		return body;
	};
	const headers = {
		'Content-Type': `multipart/form-data; boundary=${boundary}`,
		'Content-Length': head.length + file.size + tail.length,
		Accept: 'application/json',
	};
	return await sendBare(connection, { method: 'POST', url, headers, open }, sending);
}

async function* joined(head: Buffer, content: FileStream, tail: Buffer): AsyncGenerator<Buffer> {
	yield head;
	for await (const chunk of content) yield chunk;
	yield tail;
}

/** Sends a file as the content of a PUT, as pre-signed addresses want it; follows redirects. */
export async function putFile(
	connection: Connection,
	url: string,
	file: InputFile,
	settings: Omit<Sending, 'repeatable'>,
): Promise<void> {
	const sending: Sending = {
		...settings,
		repeatable: false,
		expect: 'anything',
		accept: REDIRECTS,
	};
	const headers = { 'Content-Type': file.mimeType, 'Content-Length': file.size };
	let target = url;
	for (let hops = 0; hops <= MOST_REDIRECTS; hops++) {
		const put: Outgoing = { method: 'PUT', url: target, headers, open: file.open };
		const answer = await sendBare(connection, put, sending);
		const { location } = answer.headers;
		if (!REDIRECTS.includes(answer.status)) return;
		if (typeof location !== 'string' || !URL.canParse(location, target)) break;
		target = new URL(location, target).href;
	}
	throw new UserError(`${connection.vendor.name}'s file storage redirects to nowhere`, {
		description: 'The file was not stored. Try again later; if it stays so, ask the vendor.',
	});
}
