import type { Address, Use } from './manifest';

/** Uses of the enterprise API by the path below it; POST, as both documents say. */
export const posted = (uses: Record<string, Use>): Record<Address, Use> =>
	Object.fromEntries(
		Object.entries(uses).map(([path, use]) => [`POST api /enterprise_api/${path}`, use]),
	);

/** Pages that people open, which both documents name in answers and samples. */
export const pages = (seed: string): Record<string, [source: string, reason: string]> => ({
	'GET /conf/call/{accessCode}': [
		`${seed}, "room_url" and "meeting_url" of the answers`,
		'A person opens the meeting room. Get Embed Code gives the HTML that shows it.',
	],
	'GET /conf/summary/{conferenceId}': [
		`${seed}, "meeting_summary_url" of the past conferences`,
		'A person opens the summary. Get Many Conferences returns its address.',
	],
	'(no path) password_creation_link': [
		`${seed}, the answer of host/create`,
		'The host opens it to set a password. Create and Get of hosts return it.',
	],
	'(the customer’s) webhook endpoint': [
		`${seed}, the webhooks`,
		'It is the customer’s: the webhook trigger of the node is such an endpoint.',
	],
});
