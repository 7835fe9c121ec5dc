/** Where a request goes: the vendor's API, its file storage for uploads, its object store. */
export type Host = 'api' | 'upload' | 'storage';

/** An endpoint that a vendor document names. */
export interface Endpoint {
	method: string;
	/** As the document has it, `{...}` for what varies. */
	path: string;
	/** The document and the passage that names it. */
	source: string;
}

export interface CoveredEndpoint extends Endpoint {
	host: Host;
	/** The operations and triggers that use it, no more and no less. */
	usedBy: string[];
}

export interface ExcludedEndpoint extends Endpoint {
	reason: string;
}

const SESSIONS = '/api/v2/collaboration/contracts/contracts/sessions';
const DOCUMENTS = '/api/v2/collaboration/contracts/contracts/documents';
const ARCHIVES = '/api/v2/communication/archives/archives';

/** Every endpoint of Flexperto's documents that the package uses. */
export const covered: CoveredEndpoint[] = [
	{
		host: 'api',
		method: 'GET',
		path: '/api/v2/users/users',
		source: 'seed 000, "Expert Provisioning" (ListUsers)',
		usedBy: ['user.getAll', 'user.provision'],
	},
	{
		host: 'api',
		method: 'POST',
		path: '/api/v2/users/users',
		source: 'seed 000, "Expert Provisioning" (CreateUser)',
		usedBy: ['user.create', 'user.provision'],
	},
	{
		host: 'api',
		method: 'POST',
		path: '/api/v2/users/users/{userId}/confirm',
		source: 'seed 000, "Expert Provisioning" (ConfirmEmail)',
		usedBy: ['user.confirmEmail', 'user.provision'],
	},
	{
		host: 'api',
		method: 'POST',
		path: '/api/v2/communication/meetings/reserve',
		source: 'seed 000, "Starting a Video-Call"',
		usedBy: ['meeting.reserve'],
	},
	{
		host: 'api',
		method: 'POST',
		path: `${SESSIONS}/initiate`,
		source: 'seeds 000 and 001, "Asynchronous Flow"',
		usedBy: ['contractSession.initiate', 'contractSession.prepare'],
	},
	{
		host: 'api',
		method: 'GET',
		path: SESSIONS,
		source:
			'seed 000, "Asynchronous Flow" ("obtaining the full list of Contract Sessions"; address inferred)',
		usedBy: ['contractSession.get', 'contractSession.getAll', 'flexpertoPollingTrigger'],
	},
	{
		host: 'api',
		method: 'GET',
		path: `${SESSIONS}/{sessionId}/documents/upload-url`,
		source: 'seeds 000 and 001, "Asynchronous Flow"',
		usedBy: [
			'contractSession.getUploadUrl',
			'contractSession.prepare',
			'contractSession.uploadDocument',
		],
	},
	{
		host: 'upload',
		method: 'POST',
		path: '/api/v1/files/upload',
		source: 'seeds 000 and 001, "Asynchronous Flow" (multipart/form-data)',
		usedBy: ['contractSession.prepare', 'contractSession.uploadDocument'],
	},
	{
		host: 'api',
		method: 'POST',
		path: `${SESSIONS}/{sessionId}/documents/attach`,
		source: 'seed 000, "Asynchronous Flow"',
		usedBy: [
			'contractSession.attachDocument',
			'contractSession.prepare',
			'contractSession.uploadDocument',
		],
	},
	{
		host: 'api',
		method: 'GET',
		path: DOCUMENTS,
		source: 'seed 000, "Asynchronous Flow" (documents?sessionId=)',
		usedBy: [
			'contractSession.prepare',
			'contractSession.uploadDocument',
			'document.getAll',
			'flexpertoPollingTrigger',
		],
	},
	{
		host: 'api',
		method: 'GET',
		path: `${SESSIONS}/{sessionId}/handover`,
		source: 'seed 000, "Asynchronous Flow"',
		usedBy: ['contractSession.handOver', 'contractSession.prepare'],
	},
	{
		host: 'api',
		method: 'GET',
		path: `${SESSIONS}/{sessionId}/documents-archive`,
		source: 'seed 000, "Downloading the Signature Sessions Archive"',
		usedBy: ['contractSession.downloadArchive'],
	},
	{
		host: 'api',
		method: 'GET',
		path: `${SESSIONS}/{sessionId}/audit-report`,
		source: 'seed 000, "Downloading the Signature Sessions Archive"',
		usedBy: ['contractSession.downloadAuditReport'],
	},
	{
		host: 'api',
		method: 'GET',
		path: `${DOCUMENTS}/{documentId}/download`,
		source: 'seed 000, "Downloading Individual Documents"',
		usedBy: ['document.download'],
	},
	{
		host: 'api',
		method: 'GET',
		path: ARCHIVES,
		source: 'seed 000, "How can I interact with the flexperto API to manage my archives?", B1',
		usedBy: ['archive.getAll', 'flexpertoPollingTrigger'],
	},
	{
		host: 'api',
		method: 'GET',
		path: `${ARCHIVES}/{archiveId}`,
		source: 'seed 000, "How can I interact with the flexperto API to manage my archives?"',
		usedBy: ['archive.download', 'archive.get', 'flexpertoTrigger'],
	},
	{
		host: 'api',
		method: 'GET',
		path: `${ARCHIVES}/{archiveId}/download`,
		source: 'seed 000, "How can I claim archives?", C1',
		usedBy: ['archive.download'],
	},
	{
		host: 'storage',
		method: 'GET',
		path: '/archives/{file}',
		source: 'seed 000, "How can I claim archives?", C1 (the redirect to the object store)',
		usedBy: ['archive.download'],
	},
	{
		host: 'api',
		method: 'POST',
		path: `${ARCHIVES}/{archiveId}/abandon`,
		source: 'seed 000, "How can I claim archives?", C2',
		usedBy: ['archive.abandon'],
	},
	{
		host: 'api',
		method: 'POST',
		path: '/api/v2/communication/notifications/notifications/webhook',
		source: 'seed 000, "Approach: Registering a web hook", A2',
		usedBy: ['flexpertoTrigger', 'webhook.register'],
	},
];

/** Used only after the present address was not found. */
export const fallback: CoveredEndpoint = {
	host: 'api',
	method: 'POST',
	path: '/api/v2/communication/subscriptions/subscriptions/webhook',
	source: 'an older revision of the vendor guide',
	usedBy: ['flexpertoTrigger', 'webhook.register'],
};

/** Every other address in the documents, and why no operation uses it. */
export const excluded: ExcludedEndpoint[] = [
	{
		method: 'GET',
		path: '/admin/api/token/new',
		source: 'seed 000, "Administrative Authentication"',
		reason: 'A page for an administrator’s browser, where the key of the credential comes from.',
	},
	{
		method: '(not documented)',
		path: '(API-Key Management API)',
		source: 'seed 000, "Administrative Authentication"',
		reason: 'Named without an address. Keys belong into a credential, not into the data of a flow.',
	},
	{
		method: '(not documented)',
		path: '(self-service authentication)',
		source: 'seed 000, "Self-Service Authentication"',
		reason: 'The document leaves it out and refers to the vendor.',
	},
	{
		method: 'GET',
		path: '/{joinLink}',
		source: 'seed 000, "Starting a Video-Call" (links of moderator and participants)',
		reason: 'A person opens it. Reserve returns the links.',
	},
	{
		method: '(not available)',
		path: '(instant call of a group)',
		source: 'seeds 000 and 001, "Starting a Video Call with a Member of a Group"',
		reason: 'The vendor plans it; there is none yet.',
	},
	{
		method: 'GET',
		path: '/index?sessionid={id}&lang=de',
		source: 'seed 000, "Asynchronous Flow" (the link of the handover)',
		reason: 'The signing person opens it. Hand Over and Prepare for Signature return the link.',
	},
	{
		method: 'GET',
		path: `${SESSIONS}/{sessionId}/documents/attach`,
		source: 'seed 001, "Asynchronous Flow"',
		reason: 'A slip: the later revision, seed 000, has POST for the same call.',
	},
	{
		method: 'POST',
		path: '/callbacks/archive',
		source: 'seed 000, "Approach: Registering a web hook", A1',
		reason: 'It is the customer’s: the Flexperto Trigger is such an endpoint.',
	},
	{
		method: 'GET',
		path: '/api/v2/communication/conferences/archives',
		source: 'an older revision of the vendor guide',
		reason: 'Seed 000 has /communication/archives/archives in its place.',
	},
	{
		method: 'POST',
		path: '/api/v2/communication/conferences/conferences/{conferenceId}/archive/abandon',
		source: 'an older revision of the vendor guide',
		reason: 'Seed 000 has /communication/archives/archives/{archiveId}/abandon in its place.',
	},
];
