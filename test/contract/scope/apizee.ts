import type { Inputs, Scope } from './inputs';

const sorting = ['order', 'orderby'];
const ofTicket = { required: ['ticketId'] };
const ofConference = { required: ['conferenceId'] };
const newTicket = {
	required: ['agent'],
	oneOf: ['email', 'phone'],
	additionalFields: ['customParameters', 'invite', 'name', 'ssoLink'],
};

const operations: Record<string, Inputs> = {
	'ticket.create': {
		...newTicket,
		additionalFields: [...newTicket.additionalFields, 'reference'],
	},
	'ticket.createOrGet': { ...newTicket, required: [...newTicket.required, 'reference'] },
	'ticket.get': ofTicket,
	'ticket.update': { ...ofTicket, updateFields: ['customParameters'] },
	'ticket.delete': ofTicket,
	'ticket.getAll': { filters: [...sorting, 'reference'] },
	'ticket.getMedia': { ...ofTicket, options: ['enterpriseId'] },
	'ticket.getStatistics': {
		required: ['since', 'until'],
		options: ['englishKeys', 'enterpriseId', 'timeZone'],
	},
	'conference.create': {
		required: ['participants'],
		additionalFields: [
			'customParameters',
			'duration',
			'entryMode',
			'invite',
			'language',
			'message',
			'moderation',
			'moderator',
			'name',
			'open',
			'password',
			'reminder',
			'ssoLink',
			'startTime',
			'templateId',
		],
	},
	// Beyond section 4: VENDOR-FACTS.md has `scope=sso` here as well.
	'conference.get': { ...ofConference, options: ['ssoLink'] },
	'conference.delete': ofConference,
	'conference.getAll': { filters: [...sorting, 'search', 'since'] },
	'conference.getMedia': { ...ofConference, filters: sorting },
	'conference.getJoinLink': {
		isLocal: true,
		required: ['url'],
		options: ['nameParameter', 'participantName'],
	},
	'session.getAll': { filters: ['serviceKey', 'since', 'until'] },
	'media.getAll': {
		// Beyond section 4: VENDOR-FACTS.md has the sorting here as well.
		filters: [...sorting, 'mediaType', 'search', 'since', 'status', 'until'],
	},
	// Beyond section 4: the address of a media does not tell the name of its file.
	'media.download': { required: ['url'], options: ['fileName', 'outputBinaryPropertyName'] },
};

/** What the Apizee node offers. */
export const apizee: Scope = {
	count: 17,
	operations,
	// Statistics have more entries as well, and every column of them is wanted.
	simplified: [
		'conference.create',
		'conference.get',
		'conference.getAll',
		'conference.getMedia',
		'media.getAll',
		'ticket.create',
		'ticket.createOrGet',
		'ticket.get',
		'ticket.getAll',
		'ticket.update',
	],
	destructive: ['conference.delete', 'ticket.delete'],
	humanOnly: [],
	requiredEntries: [],
};
