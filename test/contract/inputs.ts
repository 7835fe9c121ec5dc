/** The inputs of an operation by name; the ones that may be left out by their collection. */
export interface Inputs {
	/** At the top level, to be filled in or with a default that always holds. */
	required?: string[];
	/** At the top level, only there to fill the list of another input; never sent. */
	listOnly?: string[];
	additionalFields?: string[];
	filters?: string[];
	options?: string[];
}

const acting = { required: ['actingUserId'] };
const newUser = { required: ['email', 'firstName', 'lastName', 'roles'] };
const ofSession = { required: ['actingUserId', 'sessionId'] };

/** What the Flexperto node offers: the whole scope, written down independently of the code. */
export const flexpertoInputs: Record<string, Inputs> = {
	'user.getAll': { filters: ['email', 'role'], options: ['actingUserId'] },
	'user.create': {
		...newUser,
		additionalFields: ['password', 'salutation'],
		options: ['actingUserId', 'suppressEmails'],
	},
	'user.confirmEmail': { required: ['userId'], options: ['actingUserId', 'suppressEmails'] },
	'user.provision': {
		...newUser,
		additionalFields: ['confirm', 'password', 'salutation'],
		options: ['actingUserId', 'suppressEmails'],
	},
	'meeting.reserve': {
		required: [...acting.required, 'accessLinkNotBefore', 'accessLinkValidUntil'],
		additionalFields: ['participants'],
		options: ['suppressEmails'],
	},
	'contractSession.initiate': {
		required: [...acting.required, 'name', 'method', 'participant'],
		additionalFields: ['meetingId'],
		options: ['maxSessionsPerRun'],
	},
	'contractSession.getAll': {
		filters: ['name', 'transactionCompleted'],
		options: ['actingUserId'],
	},
	'contractSession.get': { required: ['sessionId'], options: ['actingUserId'] },
	'contractSession.getUploadUrl': ofSession,
	'contractSession.attachDocument': { required: [...ofSession.required, 'fileId'] },
	'contractSession.uploadDocument': { required: [...ofSession.required, 'binaryPropertyName'] },
	'contractSession.handOver': ofSession,
	'contractSession.prepare': {
		required: [...acting.required, 'name', 'method', 'participant', 'binaryPropertyName'],
		additionalFields: ['handOver', 'meetingId', 'resumeSessionId'],
		options: ['maxSessionsPerRun', 'oneSessionForAllItems'],
	},
	'contractSession.downloadArchive': { ...ofSession, options: ['outputBinaryPropertyName'] },
	'contractSession.downloadAuditReport': { ...ofSession, options: ['outputBinaryPropertyName'] },
	'document.getAll': { required: ['sessionId'], options: ['actingUserId'] },
	'document.download': {
		required: ['documentId'],
		listOnly: ['listSessionId'],
		options: ['actingUserId', 'outputBinaryPropertyName', 'signed'],
	},
	'archive.getAll': { filters: ['status'] },
	'archive.get': { required: ['archiveId'] },
	'archive.download': {
		required: ['archiveId'],
		options: ['outputBinaryPropertyName', 'verifyChecksum'],
	},
	'archive.abandon': { required: ['archiveId'] },
	'webhook.register': { required: ['topic', 'url'], additionalFields: ['audience'] },
};

/** Options that every operation has. */
export const requestOptions = ['batching', 'maxRetries', 'maxWait', 'timeout'];
