import type { Inputs, Scope } from './inputs';

const acting = { required: ['actingUserId'] };
const newUser = { required: ['email', 'firstName', 'lastName', 'roles'] };
const ofSession = { required: ['actingUserId', 'sessionId'] };

const operations: Record<string, Inputs> = {
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
		additionalFields: ['handOver', 'meetingId', 'resumeByName', 'resumeSessionId'],
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

/** What the Flexperto node offers. */
export const flexperto: Scope = {
	count: 22,
	operations,
	simplified: ['contractSession.get', 'contractSession.getAll', 'contractSession.initiate'],
	destructive: ['archive.abandon'],
	humanOnly: ['contractSession.handOver', 'contractSession.initiate', 'contractSession.prepare'],
	requiredEntries: ['participant.values.email'],
};
