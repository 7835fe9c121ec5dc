import type { ControlCall } from '../../control';
import { deliveryControl, type DeliveryControl } from '../../deliveryClient';
import type { IssuedKey } from '../access';
import type { FinishedConference } from '../archiving';
import type {
	Account,
	Archive,
	ContractDocument,
	ContractSession,
	Mail,
	Role,
	SignatureMethod,
	Webhook,
} from '../types';

export interface KeyRequest {
	/** The key's owner, the administrator by default. */
	userId?: number;
	/** Instead of a user: a new confirmed account with this role. */
	role?: Role;
	/** Default two years; negative for a key that has expired already. */
	expiresInDays?: number;
}

export type AccountRequest = Partial<Omit<Account, 'id'>>;

export interface SessionsRequest {
	/** 1 by default. */
	count?: number;
	/** A new expert by default. */
	expertId?: number;
	/** The meeting they belong to (synchronous flow), none by default. */
	meetingId?: number;
	/** `aes` by default. */
	method?: SignatureMethod;
	/** PDF documents attached to each, none by default. */
	documents?: number;
	/** Hands the sessions over; needs documents. */
	handedOver?: boolean;
	/** Hands the sessions over and signs them; needs documents. */
	signed?: boolean;
}

export interface ArchivesRequest {
	/** 1 by default. */
	count?: number;
	/** `AVAILABLE` by default. */
	status?: string;
	/** Tells the webhooks about each AVAILABLE archive; false by default. */
	notify?: boolean;
}

/** A session with its documents and whether it has been handed over. */
export interface SessionView {
	session: ContractSession;
	handedOver: boolean;
	documents: ContractDocument[];
}

/** What tests and demos do to the simulated Flexperto, beside using its API. */
export interface FlexpertoControl extends DeliveryControl {
	createApiKey(request?: KeyRequest): Promise<IssuedKey>;
	/** A confirmed expert, unless the fields say otherwise. */
	createUser(fields?: AccountRequest): Promise<Account>;
	createUsers(count: number, fields?: Omit<AccountRequest, 'email'>): Promise<Account[]>;
	/** All accounts, with what the API does not show. */
	users(): Promise<Account[]>;

	createSessions(request?: SessionsRequest): Promise<SessionView[]>;
	sessions(): Promise<SessionView[]>;
	/** The customer signs everything that is left: the session is completed. */
	signSession(sessionId: number): Promise<SessionView>;
	/** The customer signs one document: UPDATED, and all FINISHED with the last one. */
	signDocument(documentId: number): Promise<SessionView>;
	/** The customer's identification fails (ves and qes): the session's documents are FAILED. */
	failSession(sessionId: number, reason?: string): Promise<SessionView>;
	failDocument(documentId: number, reason?: string): Promise<SessionView>;
	deleteSession(sessionId: number): Promise<SessionView>;
	deleteDocument(documentId: number): Promise<SessionView>;

	/** Ends a conference: its archive is PROCESSING, or with `available` complete and notified. */
	finishConference(conference?: FinishedConference): Promise<Archive>;
	/** Many archives at once, alike but for the identifier in the ZIP's comment. */
	createArchives(request?: ArchivesRequest): Promise<{ ids: string[] }>;
	archives(): Promise<Archive[]>;
	/** Any state; AVAILABLE packs the file and resolves after the webhooks have been told. */
	setArchiveStatus(
		archiveId: string,
		status: string,
		options?: { error?: string; notify?: boolean },
	): Promise<Archive>;
	/** Changes a byte of the file, so that the record's checksum is no longer true. */
	corruptArchive(archiveId: string): Promise<Archive>;

	/** E-mails the vendor would have sent. */
	mails(): Promise<Mail[]>;
	clearMails(): Promise<void>;
	webhooks(): Promise<Webhook[]>;
	/** Removes all webhooks, which the vendor's API cannot. */
	clearWebhooks(): Promise<void>;
	/**
	 * Whether webhooks are registered at `communication/subscriptions/subscriptions/webhook`, as an
	 * older revision of the guide has it; the present path is then not found. Default false.
	 */
	useOlderWebhookPath(older: boolean): Promise<void>;
}

export function flexpertoControl(call: ControlCall): FlexpertoControl {
	const root = '/flexperto';
	const session = (id: number) => `${root}/sessions/${id}`;
	const document = (id: number) => `${root}/documents/${id}`;
	const archive = (id: string) => `${root}/archives/${encodeURIComponent(id)}`;

	return {
		createApiKey: (body = {}) => call('POST', `${root}/keys`, { body }),
		createUser: (fields = {}) => call('POST', `${root}/users`, { body: fields }),
		createUsers: (count, fields = {}) =>
			call('POST', `${root}/users/bulk`, { body: { count, ...fields } }),
		users: () => call('GET', `${root}/users`),

		createSessions: (body = {}) => call('POST', `${root}/sessions`, { body }),
		sessions: () => call('GET', `${root}/sessions`),
		signSession: (id) => call('POST', `${session(id)}/sign`),
		signDocument: (id) => call('POST', `${document(id)}/sign`),
		failSession: (id, reason) => call('POST', `${session(id)}/fail`, { body: { reason } }),
		failDocument: (id, reason) => call('POST', `${document(id)}/fail`, { body: { reason } }),
		deleteSession: (id) => call('DELETE', session(id)),
		deleteDocument: (id) => call('DELETE', document(id)),

		finishConference: (body = {}) => call('POST', `${root}/conferences/finish`, { body }),
		createArchives: (body = {}) => call('POST', `${root}/archives`, { body }),
		archives: () => call('GET', `${root}/archives`),
		setArchiveStatus: (id, status, options) =>
			call('PUT', `${archive(id)}/status`, { body: { status, ...options } }),
		corruptArchive: (id) => call('POST', `${archive(id)}/corrupt`),

		mails: () => call('GET', `${root}/mails`),
		clearMails: () => call('DELETE', `${root}/mails`),
		webhooks: () => call('GET', `${root}/webhooks`),
		clearWebhooks: () => call('DELETE', `${root}/webhooks`),
		useOlderWebhookPath: (older) => call('PUT', `${root}/webhook-path`, { body: { older } }),
		...deliveryControl(call, root),
	};
}
