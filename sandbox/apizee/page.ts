import type { VendorPage } from '../vendor';
import type { ApizeeAccess } from './installation';
import { action, pageTables } from './pageTables';
import type { Platform } from './platform';

const choices = [
	'Errors are { "error": "..." }. 400 is anything wrong with a parameter, 403 another enterprise, 422 a change of state that is not possible.',
	'Unknown parameters are refused, but for names this sandbox guesses for what the vendor describes without a name. So is a body, but at /token.',
	'POST /token takes its parameters from the query, a form or JSON, and refuses unknown ones before it counts; it counts for the user that is named, whether there is one or not. Any other request counts for the user of its token, before the token’s expiry and the parameters are checked, and for nobody when the token is unknown. What is answered with 429 is not counted. Files of medias have no part in the quota.',
	'The quota’s window begins with the first request. X-RateLimit-Limit and X-RateLimit-Remaining are on every answer, X-RateLimit-Reset on 429 only.',
	'Creating something answers 200, deleting 204. A limit above 100 is lowered to 100. Lists have the latest first. next_offset is null on the last page.',
	'A ticket without an invitation is new; closed is final; tickets do not expire by themselves. GET and PUT of one ticket answer like POST.',
	'A conference is over once its end has passed, ongoing once someone came in. Its third status is called ended.',
	'Statistics of tickets belong to the day of their start, in the enterprise’s zone, with the end of the period excluded.',
	'Types of medias are video, image and document. Without a valid token a media’s address answers the portal’s sign-in page, status 200.',
	'Webhooks are told once and never again by themselves. Invitations are recorded here, never delivered.',
];

/** The start page's part about Apizee. */
export function apizeePage(platform: Platform, access: ApizeeAccess): VendorPage {
	return {
		title: 'Apizee',
		introduction:
			'Video assistance, video meetings, their media and statistics of one enterprise, as the vendor’s guide describes them. Ten requests a minute.',
		credentials: [
			{ label: 'Base URL', value: access.baseUrl },
			{ label: 'User name', value: access.agent.username },
			{ label: 'Password', value: access.agent.password },
			{ label: 'Access token', value: access.agent.token },
		],
		actions: [
			action('Add 25 tickets', '/tickets', { count: 25, state: 'invited' }),
			action('Add a conference', '/conferences', {}),
			action('Add a media to the done ticket', '/medias', {}),
			action('Use the quota up', '/quota/use', { requests: 10 }),
			action('Turn the quota off', '/quota', { enabled: false }, 'PUT'),
			action('Expire all tokens', '/tokens/expire'),
			action('Send a ticket’s update', '/events', { object: 'ticket', props: { state: 'done' } }),
		],
		tables: pageTables(platform),
		choices,
	};
}
