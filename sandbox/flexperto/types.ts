/** The three parties of the vendor's platform (seed 000, terms at the top). */
export type Role = 'ADMIN' | 'EXPERT' | 'CUSTOMER';

/** A user as the API shows it (seed 000, Expert Provisioning). */
export interface User {
	id: number;
	salutation?: string;
	firstName: string;
	lastName: string;
	email: string;
	roles: Role[];
}

/** A user with what the API does not show. */
export interface Account extends User {
	confirmed: boolean;
}

export interface Participant {
	email?: string;
	firstname?: string;
	lastname?: string;
}

export interface Meeting {
	id: number;
	moderatorId: number;
	participants: Participant[];
	/** Milliseconds since the epoch; both ends belong to the window. */
	notBefore: number;
	validUntil: number;
}

export type SignatureMethod = 'aes' | 'ves' | 'qes';

/** A contract session as the API shows it (seed 001, Asynchronous Flow). */
export interface ContractSession {
	id: number;
	expert_id: number;
	customer_id: number;
	name: string;
	expert_email: string;
	expert_name: string;
	customer_name: string;
	customer_email: string;
	method: SignatureMethod;
	transaction_completed: boolean;
	created_at: string;
	updated_at?: string;
	deleted_at?: string;
	meta: { foreign_session_id: string };
}

export type DocumentStatus =
	| 'ATTACHED'
	| 'UPLOADED'
	| 'UPDATED'
	| 'FINISHED'
	| 'DELETED'
	| 'FAILED';

/** A document as the API shows it (seed 000, Asynchronous Flow). */
export interface ContractDocument {
	id: number;
	name: string;
	status: DocumentStatus;
	original_file_id: string;
	failure_reason: string;
	created_at: string;
	updated_at: string;
}

/** What the upload host answers (seed 001, Asynchronous Flow). */
export interface UploadedFileRecord {
	id: string;
	owner: { account_id: number; account_role: 'expert'; tenant: string };
	metadata: { contract_session_id: number };
	availableUntil: string;
	name: string;
}

/** An archive record as the API shows it (seed 000, Archiving, B1). */
export interface Archive {
	id: string;
	tenant: string;
	sha256CheckSum?: string;
	subject: { conference_id: string; meta: Record<string, unknown> };
	/** PROCESSING, AVAILABLE, FAILED, ABANDONED, EXPIRED, or any other state a test sets. */
	status: string;
	error?: string;
	fileId?: string;
	createdAt: string;
	updatedAt: string;
}

export interface Webhook {
	id: number;
	topic: string;
	audience: string;
	url: string;
}

/** An e-mail the vendor would have sent. */
export interface Mail {
	kind: 'email confirmation' | 'welcome' | 'meeting invitation';
	to: string;
	/** The link in the mail, where there is one. */
	link?: string;
	sentAt: string;
}

/** The body of a notification (seed 000, Archiving, A1). */
export interface Notification {
	data: { archive_id: string; archive_subject: Archive['subject'] };
	meta: { audience: string; tenant: string; topic: string };
}
