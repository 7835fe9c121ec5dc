import { createHash } from 'node:crypto';
import { DateTime } from 'luxon';
import { idOf } from '../ids';
import { Refusal } from './errors';
import { pdf, signedPdf } from './files';
import { timestamp, type Platform } from './platform';
import { sessionDocuments, type StoredDocument, type StoredSession } from './state';
import type { DocumentStatus } from './types';

/** How the vendor shows a document's dates (seed 000): `2021-10-29T10:12:57+0200`, local time. */
export function documentTimestamp({ clock }: Platform): string {
	return DateTime.fromJSDate(clock.now(), { zone: 'Europe/Berlin' }).toFormat(
		"yyyy-MM-dd'T'HH:mm:ssZZZ",
	);
}

export function findSession({ state }: Platform, id: number | string): StoredSession {
	const session = state.sessions.get(idOf(id));
	if (!session) throw new Refusal(404, `No contract session ${id}.`);
	return session;
}

export function findDocument({ state }: Platform, id: number | string): StoredDocument {
	const document = state.documents.get(idOf(id));
	if (!document) throw new Refusal(404, `No document ${id}.`);
	return document;
}

/** The documents of a session that still count. */
export function presentDocuments(platform: Platform, sessionId: number): StoredDocument[] {
	return sessionDocuments(platform.state, sessionId).filter(
		({ record }) => record.status !== 'DELETED',
	);
}

export function setDocumentStatus(
	platform: Platform,
	{ record }: StoredDocument,
	status: DocumentStatus,
): void {
	record.status = status;
	record.updated_at = documentTimestamp(platform);
}

/** Seed 000: no documents after this, and those attached are UPLOADED. */
export function handOver(platform: Platform, session: StoredSession): void {
	session.handedOver = true;
	session.record.updated_at = timestamp(platform);
	for (const document of presentDocuments(platform, session.record.id)) {
		setDocumentStatus(platform, document, 'UPLOADED');
	}
}

/**
 * Places the customer's signature. Seed 000: a changed document is UPDATED; when every signature is
 * placed all are FINISHED and the session's transaction_completed is true.
 */
export async function signDocument(platform: Platform, document: StoredDocument): Promise<void> {
	const session = findSession(platform, document.sessionId);
	if (!session.handedOver) {
		throw new Refusal(409, 'The session has not been handed over for signature.');
	}
	if (document.record.status !== 'UPLOADED') {
		throw new Refusal(409, `The document is ${document.record.status}: nothing to sign.`);
	}
	const original = originalContent(platform, document);
	document.signed = await signedPdf(
		original,
		[
			`Signed by ${session.record.customer_name} (${session.record.method})`,
			`at ${timestamp(platform)}`,
			`SHA-256 of the original: ${createHash('sha256').update(original).digest('hex')}`,
		],
		platform.clock.now(),
	);
	setDocumentStatus(platform, document, 'UPDATED');

	const documents = presentDocuments(platform, session.record.id);
	if (documents.every(({ record }) => record.status === 'UPDATED')) {
		for (const signed of documents) setDocumentStatus(platform, signed, 'FINISHED');
		session.record.transaction_completed = true;
		session.record.updated_at = timestamp(platform);
	}
}

/** Signs whatever is left to sign in a session. */
export async function signSession(platform: Platform, session: StoredSession): Promise<void> {
	const waiting = presentDocuments(platform, session.record.id).filter(
		({ record }) => record.status === 'UPLOADED',
	);
	if (waiting.length === 0) throw new Refusal(409, 'The session has nothing left to sign.');
	for (const document of waiting) await signDocument(platform, document);
}

/** Seed 000: FAILED is for ves and qes only, where the person's identification can fail. */
export function failDocument(platform: Platform, document: StoredDocument, reason: string): void {
	const { record } = findSession(platform, document.sessionId);
	if (record.method === 'aes') {
		throw new Refusal(409, 'An aes session has no identification that could fail.');
	}
	if (document.record.status !== 'UPLOADED' && document.record.status !== 'UPDATED') {
		throw new Refusal(409, `The document is ${document.record.status}: it cannot fail now.`);
	}
	setDocumentStatus(platform, document, 'FAILED');
	document.record.failure_reason = reason;
	record.updated_at = timestamp(platform);
}

export function originalContent({ state }: Platform, { record }: StoredDocument): Buffer {
	const file = state.files.get(record.original_file_id);
	if (!file) throw new Refusal(404, `No file ${record.original_file_id}.`);
	return file.content;
}

/** The report that proves how a finished session was signed. */
export async function auditReport(platform: Platform, session: StoredSession): Promise<Buffer> {
	const { record } = session;
	return pdf(
		[
			`Audit report of contract session ${record.id}: ${record.name}`,
			`Method: ${record.method}, reference ${record.meta.foreign_session_id}`,
			`Expert: ${record.expert_name} <${record.expert_email}>`,
			`Signer: ${record.customer_name} <${record.customer_email}>`,
			`Begun ${record.created_at}, completed ${record.updated_at ?? ''}`,
			...presentDocuments(platform, record.id).map(
				(document) => `${document.record.name}: ${document.record.status}`,
			),
		],
		new Date(record.created_at),
	);
}
