import { excluded } from './flexpertoExcluded';
import type { Manifest } from './manifest';

const SESSIONS = '/api/v2/collaboration/contracts/contracts/sessions';
const DOCUMENTS = '/api/v2/collaboration/contracts/contracts/documents';
const ARCHIVES = '/api/v2/communication/archives/archives';

/** Every endpoint of Flexperto's documents. */
export const flexperto: Manifest = {
	covered: {
		'GET api /api/v2/users/users': [
			'seed 000, "Expert Provisioning" (ListUsers)',
			'user.getAll',
			'user.provision',
		],
		'POST api /api/v2/users/users': [
			'seed 000, "Expert Provisioning" (CreateUser)',
			'user.create',
			'user.provision',
		],
		'POST api /api/v2/users/users/{userId}/confirm': [
			'seed 000, "Expert Provisioning" (ConfirmEmail)',
			'user.confirmEmail',
			'user.provision',
		],
		'POST api /api/v2/communication/meetings/reserve': [
			'seed 000, "Starting a Video-Call"',
			'meeting.reserve',
		],
		[`POST api ${SESSIONS}/initiate`]: [
			'seeds 000 and 001, "Asynchronous Flow"',
			'contractSession.initiate',
			'contractSession.prepare',
		],
		[`GET api ${SESSIONS}`]: [
			'seed 000, "Asynchronous Flow" ("obtaining the full list of Contract Sessions"; address inferred)',
			'contractSession.get',
			'contractSession.getAll',
			'contractSession.prepare',
			'flexpertoPollingTrigger',
		],
		[`GET api ${SESSIONS}/{sessionId}/documents/upload-url`]: [
			'seeds 000 and 001, "Asynchronous Flow"',
			'contractSession.getUploadUrl',
			'contractSession.prepare',
			'contractSession.uploadDocument',
		],
		'POST upload /api/v1/files/upload': [
			'seeds 000 and 001, "Asynchronous Flow" (multipart/form-data)',
			'contractSession.prepare',
			'contractSession.uploadDocument',
		],
		[`POST api ${SESSIONS}/{sessionId}/documents/attach`]: [
			'seed 000, "Asynchronous Flow"',
			'contractSession.attachDocument',
			'contractSession.prepare',
			'contractSession.uploadDocument',
		],
		[`GET api ${DOCUMENTS}`]: [
			'seed 000, "Asynchronous Flow" (documents?sessionId=)',
			'contractSession.prepare',
			'contractSession.uploadDocument',
			'document.getAll',
			'flexpertoPollingTrigger',
		],
		[`GET api ${SESSIONS}/{sessionId}/handover`]: [
			'seed 000, "Asynchronous Flow"',
			'contractSession.handOver',
			'contractSession.prepare',
		],
		[`GET api ${SESSIONS}/{sessionId}/documents-archive`]: [
			'seed 000, "Downloading the Signature Sessions Archive"',
			'contractSession.downloadArchive',
		],
		[`GET api ${SESSIONS}/{sessionId}/audit-report`]: [
			'seed 000, "Downloading the Signature Sessions Archive"',
			'contractSession.downloadAuditReport',
		],
		[`GET api ${DOCUMENTS}/{documentId}/download`]: [
			'seed 000, "Downloading Individual Documents"',
			'document.download',
		],
		[`GET api ${ARCHIVES}`]: [
			'seed 000, "How can I interact with the flexperto API to manage my archives?", B1',
			'archive.getAll',
			'flexpertoPollingTrigger',
		],
		[`GET api ${ARCHIVES}/{archiveId}`]: [
			'seed 000, "How can I interact with the flexperto API to manage my archives?"',
			'archive.download',
			'archive.get',
			'flexpertoTrigger',
		],
		[`GET api ${ARCHIVES}/{archiveId}/download`]: [
			'seed 000, "How can I claim archives?", C1',
			'archive.download',
		],
		'GET storage /archives/{file}': [
			'seed 000, "How can I claim archives?", C1 (the redirect to the object store)',
			'archive.download',
		],
		[`POST api ${ARCHIVES}/{archiveId}/abandon`]: [
			'seed 000, "How can I claim archives?", C2',
			'archive.abandon',
		],
		'POST api /api/v2/communication/notifications/notifications/webhook': [
			'seed 000, "Approach: Registering a web hook", A2',
			'flexpertoTrigger',
			'webhook.register',
		],
	},
	fallback: {
		'POST api /api/v2/communication/subscriptions/subscriptions/webhook': [
			'an older revision of the vendor guide',
			'flexpertoTrigger',
			'webhook.register',
		],
	},
	excluded,
};
