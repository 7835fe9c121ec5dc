import { randomUUID } from 'node:crypto';
import type { IBinaryData } from 'n8n-workflow';

import type { Answer } from './answer';
import { sendBare, type Sending } from './client';
import { executionHelpers, type Connection, type Context } from './connection';
import { isStream, streamLike, type FileStream } from './stream';

/** A file of an input item. `size` is in bytes; `open` gives its content anew for each attempt. */
export interface InputFile {
	name: string;
	mimeType: string;
	size: number;
	open(): Promise<FileStream | Buffer>;
}

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
			files.push(await inputFile(helpers.assertBinaryData(item, property)));
		}
	}
	return files;

	async function inputFile(data: IBinaryData): Promise<InputFile> {
		const { id, mimeType } = data;
		const name = sendable(data.fileName ?? 'file');
		if (id === undefined) {
			const content = Buffer.from(data.data, 'base64');
			return { name, mimeType, size: content.length, open: async () => content };
		}
		const { fileSize: size } = await helpers.getBinaryMetadata(id);
		return { name, mimeType, size, open: async () => await helpers.getBinaryStream(id) };
	}
}

/** A file name as a form can carry it; the vendor knows the file by this name. */
const sendable = (name: string) => name.replaceAll(/["\r\n]/g, (sign) => encodeURIComponent(sign));

/** Sends a file as form field `file` (multipart/form-data), without holding it in memory. */
export async function uploadFile(
	connection: Connection,
	url: string,
	file: InputFile,
	sending: Sending,
): Promise<Answer> {
	const boundary = randomUUID();
	const head = Buffer.from(
		`--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${file.name}"\r\n` +
			`Content-Type: ${file.mimeType.replaceAll(/[\r\n]/g, '')}\r\n\r\n`,
	);
	const tail = Buffer.from(`\r\n--${boundary}--\r\n`);
	const content = await file.open();
	const body = isStream(content)
		? streamLike(content, joined(head, content, tail))
		: Buffer.concat([head, content, tail]);
	const headers = {
		'Content-Type': `multipart/form-data; boundary=${boundary}`,
		'Content-Length': head.length + file.size + tail.length,
		Accept: 'application/json',
	};
	return await sendBare(connection, { method: 'POST', url, headers, body }, sending);
}

async function* joined(head: Buffer, content: FileStream, tail: Buffer): AsyncGenerator<Buffer> {
	yield head;
	for await (const chunk of content) yield Buffer.from(chunk);
	yield tail;
}
