import type { Address, Parameters } from './manifest';

const from = (source: string, ...names: string[]): Parameters =>
	Object.fromEntries(names.map((name) => [name, [source]]));

/** Names that were read word for word in the vendor's public pages. */
const seen = (request: string, ...names: string[]) =>
	from(`VENDOR-FACTS.md, Apizee: ${request} (seen)`, ...names);
const inferred = (why: string, ...names: string[]) =>
	from(`VENDOR-FACTS.md, Apizee: ${why} (inferred)`, ...names);
/** The samples of lists name the limit. */
const offset = inferred('paged as `GET /medias`', 'offset');
const pages = inferred('paged as `GET /medias`', 'limit', 'offset');

const TICKET =
	'seed 003, "Retrieving the link to a video assistance room"; named in VENDOR-FACTS.md';

/** Every parameter of the covered requests; a request that is missing here has none. */
export const parameters: Record<Address, Parameters> = {
	'POST api /api/token': {
		...seen('"Token"', 'grant_type', 'password', 'username'),
		assertion: [
			'VENDOR-FACTS.md, Apizee: "Token", grant type jwt-bearer (seen)',
			'Whoever can sign assertions makes the token elsewhere and pastes it into the credential.',
		],
	},
	'POST api /api/tickets': {
		...from(TICKET, 'agent', 'email', 'invite', 'phone', 'reference', 'scope'),
		...seen('`POST /tickets`, "Names seen"', 'name'),
		// Given as custom parameters.
		...inferred(
			'`POST /tickets`, "Described without their names"',
			'agentTemplateId',
			'company',
			'country',
			'description',
			'duration',
			'firstName',
			'gender',
			'group',
			'language',
			'reminder',
			'requestorTemplateId',
			'serviceKey',
			'startTime',
			'subject',
			'type',
		),
	},
	'GET api /api/tickets': {
		...from(
			'seed 003, "Get a ticket ID from a reference"',
			'limit',
			'order',
			'orderby',
			'reference',
		),
		...offset,
	},
	'GET api /api/tickets/{ticketId}': inferred('as `GET /conferences/{id}?scope=sso`', 'scope'),
	'PUT api /api/tickets/{ticketId}': inferred('those of `POST /tickets`', 'reference'),
	'GET api /api/enterprises/{enterpriseId}/tickets/{ticketId}/medias': from(
		'seed 003, "Get the recorded media for a given ticket" (in the answer; as parameters inferred)',
		'limit',
		'offset',
	),
	'GET api /api/enterprises/{enterpriseId}/tickets-stats': from(
		'seed 003, "Get detailed ticket statistics for a given day"',
		'format',
		'since',
		'until',
	),
	'POST api /api/conferences': {
		...from(
			'seed 003, "Get a video meeting room (conference)", the example',
			'invite',
			'moderation',
			'moderator',
			'name',
			'participants',
		),
		...seen(
			'`POST /conferences`',
			'duration',
			'entryMode',
			'language',
			'message',
			'open',
			'password',
			'reminder',
			'scope',
			'startTime',
			'templateId',
		),
		'X-CSRF-TOKEN': [
			'seed 003, "Get a video meeting room (conference)", the example',
			'A header that is empty in the example: it guards forms in browsers, not bearer tokens.',
		],
	},
	'GET api /api/conferences': {
		...from(
			'seed 003, "Get a Conference ID by name"',
			'limit',
			'order',
			'orderby',
			'search',
			'since',
		),
		...offset,
	},
	'GET api /api/conferences/{conferenceId}': seen('`GET /conferences/{id}?scope=sso`', 'scope'),
	'GET api /api/conferences/{conferenceId}/media': {
		...from('seed 003, "Get the recorded or shared files"', 'limit', 'order', 'orderby'),
		...offset,
	},
	'GET api /api/session': {
		...from('seed 003, "Get statistics"', 'service_key'),
		...from('seed 003, "Get statistics" (in the answer; as parameters inferred)', 'since', 'until'),
		...pages,
	},
	'GET api /api/v3/medias': seen(
		'`GET /medias` (v3)',
		'limit',
		'media_type',
		'offset',
		'order',
		'orderby',
		'search',
		'since',
		'status',
		'until',
	),
	// Asked for one record, to see whether the list is here.
	'GET api /api/medias': inferred('as `GET /medias` (v3)', 'limit'),
	'GET api /api/enterprises/{enterpriseId}/users': pages,
};
