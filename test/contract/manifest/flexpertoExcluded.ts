import type { Manifest } from './manifest';

const SESSIONS = '/api/v2/collaboration/contracts/contracts/sessions';

/** Every other address in Flexperto's documents, and why nothing uses it. */
export const excluded: Manifest['excluded'] = {
	'GET /admin/api/token/new': [
		'seed 000, "Administrative Authentication"',
		'A page for an administrator’s browser, where the key of the credential comes from.',
	],
	'(not documented) (API-Key Management API)': [
		'seed 000, "Administrative Authentication"',
		'Named without an address. Keys belong into a credential, not into the data of a flow.',
	],
	'(not documented) (self-service authentication)': [
		'seed 000, "Self-Service Authentication"',
		'The document leaves it out and refers to the vendor.',
	],
	'GET /{joinLink}': [
		'seed 000, "Starting a Video-Call" (links of moderator and participants)',
		'A person opens it. Reserve returns the links.',
	],
	'(not available) (instant call of a group)': [
		'seeds 000 and 001, "Starting a Video Call with a Member of a Group"',
		'The vendor plans it; there is none yet.',
	],
	'GET /index?sessionid={id}&lang=de': [
		'seed 000, "Asynchronous Flow" (the link of the handover)',
		'The signing person opens it. Hand Over and Prepare for Signature return the link.',
	],
	[`GET ${SESSIONS}/{sessionId}/documents/attach`]: [
		'seed 001, "Asynchronous Flow"',
		'A slip: the later revision, seed 000, has POST for the same call.',
	],
	'POST /callbacks/archive': [
		'seed 000, "Approach: Registering a web hook", A1',
		'It is the customer’s: the Flexperto Trigger is such an endpoint.',
	],
	'GET /api/v2/communication/conferences/archives': [
		'an older revision of the vendor guide',
		'Seed 000 has /communication/archives/archives in its place.',
	],
	'POST /api/v2/communication/conferences/conferences/{conferenceId}/archive/abandon': [
		'an older revision of the vendor guide',
		'Seed 000 has /communication/archives/archives/{archiveId}/abandon in its place.',
	],
};
