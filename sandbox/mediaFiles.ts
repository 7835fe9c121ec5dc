import { Readable } from 'node:stream';

/** A media file that is produced anew each time it is read, so that a large one never lies in memory. */
export interface MediaFile {
	mimeType: string;
	/** Bytes. */
	size: number;
	open(): Readable;
}

const SMALL = 8192;
const BLOCK = 64 * 1024;

/**
 * A small valid MP4, or one of the given size in bytes: a header without tracks, then media data
 * that begins with the label, so that no two files are alike.
 */
export function mp4(label: string, size = SMALL): MediaFile {
	const head = Buffer.concat([box('ftyp', Buffer.from('isom\0\0\x02\0isomiso2mp41')), movie()]);
	const dataSize = size - head.length - 16;
	if (dataSize < label.length) throw new RangeError(`An MP4 needs more than ${size} bytes.`);
	// Size 1: the box's true size follows as 64 bits, for files beyond 4 GB.
	const dataHead = Buffer.from('\0\0\0\x01mdat\0\0\0\0\0\0\0\0', 'latin1');
	dataHead.writeBigUInt64BE(BigInt(dataSize + 16), 8);
	const start = Buffer.concat([head, dataHead, Buffer.from(label)]);
	return file('video/mp4', start, Buffer.alloc(BLOCK, 0xa5), size);
}

/**
 * A small valid MP3, or one of the given size in bytes rounded up to whole frames: a title, then
 * frames of silence.
 */
export function mp3(label: string, size = SMALL): MediaFile {
	const start = title(label);
	const frames = Math.max(1, Math.ceil((size - start.length) / FRAME.length));
	const block = Buffer.concat(Array.from({ length: 128 }, () => FRAME));
	return file('audio/mpeg', start, block, start.length + frames * FRAME.length);
}

/** MPEG-1 Layer III, 128 kbit/s, 44.1 kHz: 417 bytes. */
const FRAME = Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0x64]), Buffer.alloc(413)]);

function file(mimeType: string, start: Buffer, block: Buffer, size: number): MediaFile {
	function* chunks(): Generator<Buffer> {
		yield start;
		for (let left = size - start.length; left > 0; left -= block.length) {
			yield block.subarray(0, left);
		}
	}
	return { mimeType, size, open: () => Readable.from(chunks(), { objectMode: false }) };
}

function box(type: string, content: Buffer): Buffer {
	const head = Buffer.alloc(8);
	head.writeUInt32BE(content.length + 8);
	head.write(type, 4, 'latin1');
	return Buffer.concat([head, content]);
}

/** The header of a film of one second without tracks. */
function movie(): Buffer {
	const header = Buffer.alloc(100);
	header.writeUInt32BE(1000, 12);
	header.writeUInt32BE(1000, 16);
	header.writeUInt32BE(0x00010000, 20);
	header.writeUInt16BE(0x0100, 24);
	for (const [offset, value] of [
		[36, 0x00010000],
		[52, 0x00010000],
		[68, 0x40000000],
		[96, 1],
	] as const) {
		header.writeUInt32BE(value, offset);
	}
	return box('moov', box('mvhd', header));
}

/** An ID3v2.3 tag with the label as title. */
function title(label: string): Buffer {
	const text = Buffer.concat([Buffer.from([0]), Buffer.from(label, 'latin1')]);
	const frame = Buffer.alloc(10);
	frame.write('TIT2', 'latin1');
	frame.writeUInt32BE(text.length, 4);
	const head = Buffer.from([0x49, 0x44, 0x33, 3, 0, 0, 0, 0, 0, frame.length + text.length]);
	return Buffer.concat([head, frame, text]);
}
