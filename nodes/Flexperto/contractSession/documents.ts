import type { IDataObject } from 'n8n-workflow';
import { UserError } from 'n8n-workflow';

import { refusal } from '../../kit/error';
import { textOf } from '../../kit/record';
import type { Tools } from '../../kit/tools';
import type { InputFile } from '../../kit/upload';
import { getAll as getDocuments } from '../document/getAll';
import { attachDocument } from './attachDocument';
import { getUploadUrl } from './getUploadUrl';

/** What one session may hold. Source: seed 000, "Asynchronous Flow". */
const MOST_DOCUMENTS = 20;
const MOST_BYTES = 50_000_000;

/** A session and the employee who owns it. */
export interface SessionOfUser {
	sessionId: string;
	actingUserId: string;
}

/** Refuses files that a session cannot hold, `attached` being the number that is there already. */
export function checkFiles(files: InputFile[], attached = 0): void {
	const count = files.length + attached;
	if (count > MOST_DOCUMENTS) {
		const there = attached > 0 ? `, ${attached} of them there already` : '';
		const many = `would make ${count} documents${there}, but a session holds ${MOST_DOCUMENTS}`;
		throw refusal('Input Binary Field', many, 'Leave some out, or use a second session');
	}
	const bytes = files.reduce((sum, { size }) => sum + size, 0);
	if (bytes > MOST_BYTES) {
		const large = `gives ${(bytes / 1e6).toFixed(1)} MB in all, but a session holds 50 MB`;
		throw refusal('Input Binary Field', large, 'Leave some files out, or make them smaller');
	}
	const empty = files.find(({ size }) => size === 0);
	if (empty) {
		throw refusal('Input Binary Field', `gives the empty file "${empty.name}"`, 'Leave it out');
	}
}

/** The documents of a session that are not deleted. */
export async function attachedDocuments(
	tools: Tools,
	{ sessionId, actingUserId }: SessionOfUser,
): Promise<IDataObject[]> {
	const documents: IDataObject[] = [];
	const values = { sessionId, options: { actingUserId } };
	for await (const document of tools.records(getDocuments, values)) {
		if (document.status !== 'DELETED') documents.push(document);
	}
	return documents;
}

/** What a failure tells of the documents that are in a session. */
export const attachedData = (documents: IDataObject[]) => ({
	attached: documents.map(({ id, name }) => ({ id, name })),
});

/**
 * Uploads files one after the other and attaches each, in the order given. Every attached document
 * is noted beside those that are `there` already, so that a failure tells what the session has.
 * Returns the vendor's records of the new documents.
 */
export async function attachFiles(
	tools: Tools,
	session: SessionOfUser,
	files: InputFile[],
	there: IDataObject[],
): Promise<IDataObject[]> {
	const documents: IDataObject[] = [];
	for (const file of files) {
		const next = 'The file is not attached. Try it again for this session and this file.';
		const { url } = await tools.call(getUploadUrl, session);
		if (typeof url !== 'string') throw missing(`upload address for "${file.name}"`, next);
		const { id: fileId } = await tools.upload(url, file);
		if (typeof fileId !== 'string') throw missing(`ID for the upload of "${file.name}"`, next);
		const document = await tools.call(attachDocument, { ...session, fileId });
		documents.push(document);
		const id = textOf(document.id);
		const done = id === undefined ? 'was attached' : `was attached as document ${id}`;
		tools.done(`"${file.name}" ${done}`, attachedData([...there, ...documents]));
	}
	return documents;
}

/** A good answer without what the next step needs. */
export const missing = (what: string, description: string) =>
	new UserError(`Flexperto gave no ${what}`, { description });
