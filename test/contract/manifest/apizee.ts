import { parameters } from './apizeeParameters';
import type { Manifest } from './manifest';

/** A fact that was read word for word in the vendor's public pages. */
const seen = (what: string) => `VENDOR-FACTS.md, Apizee: ${what} (seen)`;
const inferred = (what: string) => `VENDOR-FACTS.md, Apizee: ${what} (inferred)`;

const WEBHOOK = seen('"Webhooks", object and event');

/** Every endpoint of Apizee's document, and of the facts that complete it. */
export const apizee: Manifest = {
	covered: {
		'POST api /api/token': ['seed 003, "Overview" (endpoint: /token)', 'apizeeApi'],
		'POST api /api/tickets': [
			'seed 003, "Retrieving the link to a video assistance room"',
			'ticket.create',
			'ticket.createOrGet',
		],
		'GET api /api/tickets': [
			'seed 003, "Get a ticket ID from a reference"',
			'apizeePollingTrigger',
			'searchTickets',
			'ticket.createOrGet',
			'ticket.getAll',
		],
		'GET api /api/tickets/{ticketId}': [
			seen('`GET /tickets/{id}` in public source'),
			'ticket.createOrGet',
			'ticket.get',
		],
		'PUT api /api/tickets/{ticketId}': [inferred('update of a ticket'), 'ticket.update'],
		'DELETE api /api/tickets/{ticketId}': [inferred('delete of a ticket'), 'ticket.delete'],
		'GET api /api/enterprises/{enterpriseId}/tickets/{ticketId}/medias': [
			'seed 003, "Get the recorded media for a given ticket"',
			'apizeePollingTrigger',
			'ticket.getMedia',
		],
		'GET api /api/enterprises/{enterpriseId}/tickets-stats': [
			'seed 003, "Get detailed ticket statistics for a given day"',
			'ticket.getStatistics',
		],
		'POST api /api/conferences': [
			'seed 003, "Get a video meeting room (conference)", "Retrieving the link"',
			'conference.create',
		],
		'GET api /api/conferences': [
			'seed 003, "Get a Conference ID by name"',
			'apizeePollingTrigger',
			'conference.getAll',
			'searchConferences',
		],
		'GET api /api/conferences/{conferenceId}': [seen('`GET /conferences/{id}`'), 'conference.get'],
		'DELETE api /api/conferences/{conferenceId}': [
			seen('`DELETE /conferences/{id}`'),
			'conference.delete',
		],
		'GET api /api/conferences/{conferenceId}/media': [
			'seed 003, "Get the recorded or shared files"',
			'apizeePollingTrigger',
			'conference.getMedia',
		],
		'GET api /api/session': ['seed 003, "Get statistics" (endpoint /session)', 'session.getAll'],
		'GET api /media/showVideo/{enterpriseId}/hash/{hash}': [
			'seed 003, "Get the recorded media for a given ticket" (url)',
			'media.download',
		],
		'GET api /api/v3/medias': [seen('`GET /medias` (v3)'), 'apizeePollingTrigger', 'media.getAll'],
		'GET api /api/medias': [
			inferred('`GET /medias` below a base URL without version'),
			'apizeePollingTrigger',
			'media.getAll',
		],
		'GET api /api/users/me': [
			seen('`GET /users/me` gives the enterprise id'),
			'apizeeApi',
			'apizeePollingTrigger',
			'searchAgents',
			'ticket.getMedia',
			'ticket.getStatistics',
		],
		'GET api /api/enterprises/{enterpriseId}/users': [
			seen('`GET /enterprises/{id}/users` (pickers)'),
			'searchAgents',
		],
	},
	fallback: {},
	excluded: {
		'GET /?convId={id}&pwd={password}': [
			'seed 003, "requestor_url" of the answers',
			'The customer opens it. Every operation that gives tickets returns it.',
		],
		'GET /entrypoint/{buttonId}/tickets/{ticketId}': [
			'seed 003, "agent_url", "button_id" and how they are completed',
			'The agent opens it. Tickets come with it as agent_ticket_url.',
		],
		'GET /?access_token={token}': [
			'seed 003, "sso_url" of the answers',
			'The agent opens it and is signed in. It comes with SSO Link.',
		],
		'(no path) information_page_url': [
			'seed 003, "information_page_url" of the answers',
			'The customer opens it. The output has it when Simplify is off.',
		],
		'GET /private/{owner}/{room}': [
			'seed 003, "url" and "short_url" of the answers; "Start the session"',
			'A person opens it. Get Join Link adds the name and the HTML that embeds it.',
		],
		'(no path) sip_phone_number, sip_dtmf_code': [
			'seed 003, "sip_phone_number" of the answers',
			'People dial it by telephone. The output has both.',
		],
		'GET /sdk/api': [
			'seed 003, "For the details of the available parameters"',
			'A page for developers, which was not at hand. Custom Parameters take what it names.',
		],
		'POST /token/revoke': [
			seen('`POST {base}/token/revoke`'),
			'One token serves all workflows of a process, and ends by itself after 24 hours.',
		],
		'GET /enterprises/{enterpriseId}/tickets/report': [
			seen('`tickets/report` (startTime, endTime, userId, groupId, withTrashed)'),
			'Its answer is not documented. Get Statistics has a row for each ticket of a period.',
		],
		'GET /enterprises/{enterpriseId}/statistics': [
			seen('`GET /enterprises/{id}/statistics`'),
			'Neither its parameters nor its answer are documented.',
		],
		'(the customer’s) webhook endpoint': [
			seen('"Webhooks"'),
			'It is the customer’s: the Apizee Trigger is such an endpoint.',
		],
	},
	parameters,
	webhooks: {
		...Object.fromEntries(
			['ticket', 'media', 'conversation', 'smsmessage'].flatMap((object) =>
				['create', 'update', 'delete'].map((event) => [`${object}.${event}`, [WEBHOOK]]),
			),
		),
		'conversationevent.create': [inferred('"Session events", in the form of the other webhooks')],
	},
};
