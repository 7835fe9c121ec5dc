import { createHash } from 'node:crypto';
import type { Delivery } from '../delivery';
import { uuidOf } from '../ids';
import type { ArchiveFile } from './files';
import type {
	Account,
	Archive,
	ContractDocument,
	ContractSession,
	Mail,
	Meeting,
	UploadedFileRecord,
	Webhook,
} from './types';

export interface StoredSession {
	record: ContractSession;
	meetingId?: number;
	handedOver: boolean;
}

export interface StoredDocument {
	record: ContractDocument;
	sessionId: number;
	/** The signed version, absent until a signature has been placed. */
	signed?: Buffer;
}

export interface StoredFile {
	record: UploadedFileRecord;
	content: Buffer;
}

export interface StoredArchive {
	record: Archive;
	meetingId?: number;
	/** Bytes of the simulated recording; only for large files. */
	sizeBytes?: number;
	file?: ArchiveFile;
	corrupted: boolean;
	/** Milliseconds since the epoch. */
	abandonedAt?: number;
}

/** Everything the simulated tenant knows. */
export interface State {
	accounts: Map<number, Account>;
	/** Account ids by lower-case e-mail, the unique key of an account. */
	accountIds: Map<string, number>;
	meetings: Map<number, Meeting>;
	sessions: Map<number, StoredSession>;
	documents: Map<number, StoredDocument>;
	files: Map<string, StoredFile>;
	archives: Map<string, StoredArchive>;
	webhooks: Webhook[];
	/** Whether webhooks are registered at the path of an older revision of the guide. */
	olderWebhookPath: boolean;
	mails: Mail[];
	deliveries: Delivery[];
	sequences: Map<string, number>;
}

export const ADMINISTRATOR_ID = 1;

/** A tenant with its administrator and nothing else. */
export function emptyState(): State {
	const state: State = {
		accounts: new Map(),
		accountIds: new Map(),
		meetings: new Map(),
		sessions: new Map(),
		documents: new Map(),
		files: new Map(),
		archives: new Map(),
		webhooks: [],
		olderWebhookPath: false,
		mails: [],
		deliveries: [],
		sequences: new Map(),
	};
	addAccount(state, {
		firstName: 'Ada',
		lastName: 'Administrator',
		email: 'administrator@tenant.example',
		roles: ['ADMIN'],
		confirmed: true,
	});
	return state;
}

/** The next number of a kind, from 1. */
export function nextNumber(state: State, kind: string): number {
	const number = (state.sequences.get(kind) ?? 0) + 1;
	state.sequences.set(kind, number);
	return number;
}

/** An opaque identifier of 24 hexadecimal digits: looks random, is the same after every reset. */
export function nextIdentifier(state: State, kind: string): string {
	return digest(state, kind).slice(0, 24);
}

/** The same as a UUID. */
export function nextUuid(state: State, kind: string): string {
	return uuidOf(digest(state, kind));
}

function digest(state: State, kind: string): string {
	return createHash('sha256')
		.update(`${kind} ${nextNumber(state, kind)}`)
		.digest('hex');
}

export function addAccount(state: State, account: Omit<Account, 'id'>): Account {
	const added = { id: nextNumber(state, 'account'), ...account };
	state.accounts.set(added.id, added);
	state.accountIds.set(added.email.toLowerCase(), added.id);
	return added;
}

export function findAccount(state: State, email: string): Account | undefined {
	return state.accounts.get(state.accountIds.get(email.toLowerCase()) ?? 0);
}

/** Documents of a session, oldest first; deleted ones included. */
export function sessionDocuments(state: State, sessionId: number): StoredDocument[] {
	return [...state.documents.values()].filter((document) => document.sessionId === sessionId);
}
