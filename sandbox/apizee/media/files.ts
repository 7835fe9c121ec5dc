import { Readable } from 'node:stream';
import { mp4, type MediaFile } from '../../mediaFiles';
import type { Media, MediaType } from './types';

const MIME_TYPES: Record<MediaType, string> = {
	video: 'video/mp4',
	image: 'image/jpeg',
	document: 'application/pdf',
};

export function mimeType(mediaType: MediaType): string {
	return MIME_TYPES[mediaType];
}

/** The bytes of a media: small, valid, and unlike those of any other. */
export function fileOf({ id, mediaType, size }: Media): MediaFile {
	const label = `media ${id}`;
	if (mediaType === 'video') return mp4(label, size);
	const content = mediaType === 'image' ? jpeg(label) : pdf(label);
	return {
		mimeType: mimeType(mediaType),
		size: content.length,
		open: () => Readable.from([content], { objectMode: false }),
	};
}

/** A JPEG of one grey pixel, with the label as its comment. */
function jpeg(label: string): Buffer {
	const segment = (marker: number, ...content: number[]) =>
		Buffer.from([0xff, marker, 0, content.length + 2, ...content]);
	// A Huffman table whose only code, a single 0, stands for the value 0.
	const table = (place: number) => segment(0xc4, place, 1, ...Array<number>(15).fill(0), 0);
	return Buffer.concat([
		Buffer.from([0xff, 0xd8]),
		segment(0xfe, ...Buffer.from(label, 'latin1')),
		segment(0xdb, 0, ...Array<number>(64).fill(1)),
		segment(0xc0, 8, 0, 1, 0, 1, 1, 1, 0x11, 0),
		table(0x00),
		table(0x10),
		segment(0xda, 1, 1, 0, 0, 63, 0),
		Buffer.from([0x3f, 0xff, 0xd9]),
	]);
}

/** A PDF of one page that shows the label. */
function pdf(label: string): Buffer {
	const drawing = `BT /F1 18 Tf 40 100 Td (${label}) Tj ET`;
	const objects = [
		'<< /Type /Catalog /Pages 2 0 R >>',
		'<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
		'<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
		`<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`,
		'<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
	];
	let text = '%PDF-1.4\n';
	const places = objects.map((object, index) => {
		const place = text.length;
		text += `${index + 1} 0 obj\n${object}\nendobj\n`;
		return place;
	});
	const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
	const count = objects.length + 1;
	const trailer = `trailer\n<< /Size ${count} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
	return Buffer.from(`${text}xref\n0 ${count}\n0000000000 65535 f \n${table}${trailer}`, 'latin1');
}
