import type { IDataObject } from 'n8n-workflow';

import type { ExpectedFile } from './transfer';

/** What a file is called and what it is. */
export interface Naming {
	fileName: string;
	mimeType: string;
}

/** How the names of files end that come without a name of their own, by type. */
const EXTENSIONS: Record<string, string> = {
	'application/pdf': 'pdf',
	'audio/mpeg': 'mp3',
	'image/jpeg': 'jpg',
	'image/png': 'png',
	'video/mp4': 'mp4',
	'video/webm': 'webm',
};

/** The name and type of a file: as expected, otherwise as its answer tells, or its address. */
export function naming(
	{ fileName, mimeType }: Partial<ExpectedFile>,
	headers: IDataObject,
	url: string,
): Naming {
	const [told = ''] = String(headers['content-type'] ?? '').split(';', 1);
	const type = mimeType ?? (told.trim().toLowerCase() || 'application/octet-stream');
	const name = usable(fileName) ?? toldName(headers) ?? lastSegment(url, type);
	return { fileName: name, mimeType: type };
}

/** The name in Content-Disposition (RFC 6266, RFC 8187), without folders; `undefined` when there is none. */
function toldName({ 'content-disposition': disposition }: IDataObject): string | undefined {
	const text = String(disposition ?? '');
	const encoded = /filename\*=utf-8'[^']*'([^;\s]+)/i.exec(text)?.[1];
	const plain = /filename="([^"]+)"/i.exec(text)?.[1] ?? /filename=([^;\s"]+)/i.exec(text)?.[1];
	return usable(encoded === undefined ? plain : decoded(encoded));
}

function lastSegment(url: string, mimeType: string): string {
	const path = URL.canParse(url) ? new URL(url).pathname : '';
	const name = usable(decoded(path.split('/').pop() ?? '')) ?? 'file';
	const { [mimeType]: extension } = EXTENSIONS;
	return extension === undefined || name.includes('.') ? name : `${name}.${extension}`;
}

/** The last part of a name, which cannot lead to another folder. */
function usable(name: string | undefined): string | undefined {
	const last = name?.split(/[/\\]/).pop();
	return last === undefined || /^\.*$/.test(last) ? undefined : last;
}

function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
