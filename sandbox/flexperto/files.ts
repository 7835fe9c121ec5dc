import { createHash } from 'node:crypto';
import { Readable, Transform } from 'node:stream';
import JSZip from 'jszip';
import { PDFDocument, StandardFonts } from 'pdf-lib';

/** A file that is produced anew each time it is read, so that a large one never lies in memory. */
export interface ArchiveFile {
	/** Bytes. */
	size: number;
	/** Hexadecimal. */
	sha256: string;
	open(): Readable;
}

/** Contents of a ZIP by path. A number stands for that many bytes of incompressible filling. */
export type ZipContents = Record<string, string | Buffer | number>;

/** A ZIP of small files in memory. Its dates are the given one, so that equal contents are equal. */
export async function zipBuffer(contents: ZipContents, date: Date, comment = ''): Promise<Buffer> {
	return zip(contents, date).generateAsync({
		type: 'nodebuffer',
		compression: 'DEFLATE',
		comment,
	});
}

/** A ZIP file with its true size and checksum; read through once to learn them. */
export async function zipFile(contents: ZipContents, date: Date): Promise<ArchiveFile> {
	const large = Object.values(contents).some((content) => typeof content === 'number');
	if (!large) return bufferFile(await zipBuffer(contents, date));

	// Kept as what the ZIP puts around the filling, and the filling's lengths: a file of any size is
	// then read again without being packed again.
	const segments: (Buffer | number)[] = [];
	const hash = createHash('sha256');
	let size = 0;
	const packed = zip(contents, date).generateNodeStream({ streamFiles: true });
	for await (const chunk of new Readable().wrap(packed)) {
		hash.update(chunk);
		size += chunk.length;
		segments.push(chunk.buffer === BLOCK.buffer ? chunk.length : chunk);
	}
	const open = () =>
		Readable.from(
			segments.map((part) => (typeof part === 'number' ? BLOCK.subarray(0, part) : part)),
			{ objectMode: false },
		);
	return { size, sha256: hash.digest('hex'), open };
}

function bufferFile(content: Buffer): ArchiveFile {
	return {
		size: content.length,
		sha256: createHash('sha256').update(content).digest('hex'),
		open: () => Readable.from([content], { objectMode: false }),
	};
}

const COMMENT_LENGTH = 24;

/**
 * Makes many small files out of one ZIP: they differ in the ZIP's comment, which holds the
 * identifier, and so in their checksum.
 */
export async function zipTemplate(
	contents: ZipContents,
	date: Date,
): Promise<(identifier: string) => ArchiveFile> {
	const template = await zipBuffer(contents, date, ' '.repeat(COMMENT_LENGTH));
	return (identifier) => {
		const content = Buffer.from(template);
		content.write(identifier, content.length - COMMENT_LENGTH, COMMENT_LENGTH, 'latin1');
		return bufferFile(content);
	};
}

/** The same file with one byte in its middle changed. */
export function corrupted({ size, open }: ArchiveFile): Readable {
	const middle = Math.floor(size / 2);
	let position = 0;
	const change = new Transform({
		transform(chunk: Buffer, _encoding, done) {
			const index = middle - position;
			position += chunk.length;
			if (index < 0 || index >= chunk.length) return done(null, chunk);
			const changed = Buffer.from(chunk);
			changed.writeUInt8(changed.readUInt8(index) ^ 0xff, index);
			done(null, changed);
		},
	});
	return open().pipe(change);
}

function zip(contents: ZipContents, date: Date): JSZip {
	const archive = new JSZip();
	for (const [path, content] of Object.entries(contents)) {
		const options = { date, createFolders: false };
		if (typeof content === 'number') {
			archive.file(path, filling(content), { ...options, binary: true, compression: 'STORE' });
		} else {
			archive.file(path, content, options);
		}
	}
	return archive;
}

const BLOCK = Buffer.from(
	Array.from({ length: 2048 }, (_, index) => [
		...createHash('sha256').update(`${index}`).digest(),
	]).flat(),
);

function filling(size: number): Readable {
	let left = size;
	return new Readable({
		read() {
			const chunk = BLOCK.subarray(0, left);
			left -= chunk.length;
			this.push(chunk.length > 0 ? chunk : null);
		},
	});
}

/** A one-page PDF of plain lines. */
export async function pdf(lines: string[], date: Date): Promise<Buffer> {
	const document = await PDFDocument.create();
	await addPage(document, lines);
	return save(document, date);
}

/** The document with a signature page at its end; a broken original is replaced by that page. */
export async function signedPdf(original: Buffer, lines: string[], date: Date): Promise<Buffer> {
	const document = await PDFDocument.load(original, { ignoreEncryption: true }).catch(() =>
		PDFDocument.create(),
	);
	await addPage(document, lines);
	return save(document, date);
}

async function addPage(document: PDFDocument, lines: string[]): Promise<void> {
	const font = await document.embedFont(StandardFonts.Helvetica);
	// The standard fonts know Latin-1 only.
	const drawable = lines.map((line) => line.replace(/[^\x20-\x7e\xa0-\xff]/g, '?'));
	document
		.addPage()
		.drawText(drawable.join('\n'), { x: 50, y: 750, size: 11, lineHeight: 18, font });
}

async function save(document: PDFDocument, date: Date): Promise<Buffer> {
	document.setCreationDate(date);
	document.setModificationDate(date);
	return Buffer.from(await document.save());
}
