import { selection } from '../../kit/choice';
import { filters, options } from '../../kit/collection';
import { notice } from '../../kit/field';
import { customEvents, eventsAmong } from '../../kit/reported';
import { REPORTED_STATES } from '../states';

/** What happened to what, as object and event. Source: VENDOR-FACTS.md, Apizee, "Webhooks". */
const EVENTS = {
	any: 'Any Event',
	'conversation.create': 'Conversation Created',
	'conversation.delete': 'Conversation Deleted',
	'conversation.update': 'Conversation Updated',
	'conversationevent.create': 'Session Event',
	'media.create': 'Media Created',
	'media.delete': 'Media Deleted',
	'media.update': 'Media Updated',
	'smsmessage.create': 'SMS Message Created',
	'smsmessage.delete': 'SMS Message Deleted',
	'smsmessage.update': 'SMS Message Updated',
	'ticket.create': 'Ticket Created',
	'ticket.delete': 'Ticket Deleted',
	'ticket.update': 'Ticket Updated',
};

/** The inputs of the webhook trigger. */
export const triggerFields = {
	setUpNotice: notice(
		'Add this webhook in the vendor’s console (company account, Settings, WebHooks): the production URL above, and a custom header with the Webhook Header Name and Webhook Secret of the credential. Then tick Activate.',
	),
	events: eventsAmong(EVENTS),
	filters: filters({
		ticketStates: selection('Ticket States', REPORTED_STATES, {
			default: [],
			description:
				'Only tickets in one of these states; left empty, in any. Other objects are not affected.',
		}),
	}),
	options: options({
		customEvents: customEvents(
			'Further events as object and event, separated by commas',
			'e.g. user.update',
		),
	}),
};
