/** The inputs of an operation by name: at the top level, or in their collection. */
export interface Inputs {
	required?: string[];
	/** Only there to fill the list of another input; never sent. */
	listOnly?: string[];
	additionalFields?: string[];
	updateFields?: string[];
	filters?: string[];
	options?: string[];
	/** Whether its answer has more than ten fields. */
	simplified?: true;
}

const company = { required: ['companyId'] };
const plan = { required: ['companyId', 'slug'] };
const host = { required: ['hostId'], listOnly: ['listCompanyId'] };
const contact = { ...host, required: ['hostId', 'contactId'] };
const conference = { required: ['conferenceId'], listOnly: ['listCompanyId', 'listHostId'] };

const HOST = [
	'accessCode',
	'addOnSlugs',
	'disableEmails',
	'moderatorPin',
	'openidSub',
	'planSlug',
	'role',
	'subscriptionIds',
];

const newHost: Inputs = {
	required: ['name', 'email'],
	additionalFields: [
		...HOST,
		'companyId',
		'hostInitiatedRecording',
		'noWelcomeEmail',
		'password',
		'vivomeetingStreamingEnabled',
	],
	simplified: true,
};

const PERIOD = ['endDate', 'startDate', 'timeZone'];

const CONFERENCE = [
	'agenda',
	'autoRecord',
	'autoStream',
	'autoTranscribe',
	'muteMode',
	'oneTimeAccessCode',
	'participantEmails',
	'participants',
	'recurrence',
	'recurrencePattern',
	'schedule',
	'securityPin',
];

const PHONES = ['businessPhone', 'homePhone', 'mobilePhone', 'otherPhone'];

/** The fields of a new contact; its block is `contacts`. */
export const CONTACT = ['name', 'email', ...PHONES, 'timeZone'];

/** What the node offers: sections 4 to 10 of seed 004, written down independently of the code. */
export const scope: Record<string, Inputs> = {
	'company.create': { required: ['subdomain', 'name'], additionalFields: ['openidProvider'] },
	'company.get': company,
	'company.update': { ...company, updateFields: ['name', 'openidProvider', 'subdomain'] },
	'company.getAll': {},
	'product.getAll': company,
	'subscription.create': { ...plan, additionalFields: ['hostLimit', 'planChange', 'switchPlan'] },
	'subscription.update': { required: [...plan.required, 'hostLimit'] },
	'subscription.suspend': plan,
	'subscription.reactivate': plan,
	'subscription.cancel': plan,
	'subscription.getAll': company,
	'host.create': newHost,
	'host.provision': newHost,
	'host.get': { ...host, simplified: true },
	'host.update': {
		...host,
		updateFields: [...HOST, 'clearSubscriptions', 'email', 'name'],
		simplified: true,
	},
	'host.delete': host,
	'host.getAll': { filters: ['companyId', 'email'] },
	'host.resendInvitation': host,
	'host.resetPassword': host,
	'host.getConferences': { ...host, filters: ['detail', ...PERIOD] },
	'host.getCallRecords': { ...host, filters: ['conferenceId', ...PERIOD], simplified: true },
	'host.getActiveCalls': { ...host, options: ['timeZone'] },
	'host.getSignInLink': {
		...host,
		required: ['hostId', 'redirectUrl'],
		options: ['afterCallUrl', 'loginTokenPublicKey'],
	},
	'contact.create': { ...host, required: ['hostId', 'contacts'], options: ['sendAsOneRequest'] },
	'contact.get': contact,
	'contact.update': { ...contact, updateFields: CONTACT },
	'contact.delete': contact,
	'contact.getAll': { ...host, filters: ['email'] },
	'conference.create': {
		...host,
		required: ['hostId', 'subject', 'start', 'timeZone', 'duration'],
		additionalFields: CONFERENCE,
		simplified: true,
	},
	'conference.createReservationless': {
		...host,
		additionalFields: ['oneTimeAccessCode'],
		simplified: true,
	},
	'conference.update': {
		...conference,
		updateFields: [
			...CONFERENCE,
			'disableConferenceEmails',
			'duration',
			'start',
			'subject',
			'timeZone',
		],
		options: ['applyTo'],
		simplified: true,
	},
	'conference.get': { ...conference, simplified: true },
	'conference.getAll': { ...host, filters: ['detail'], simplified: true },
	'conference.cancel': { ...conference, options: ['applyTo'] },
	'conference.end': conference,
	'conference.getParticipants': conference,
	'conference.getViewerCount': conference,
	'conference.stopStreaming': conference,
	'conference.downloadRecording': {
		...conference,
		options: ['outputBinaryPropertyName', 'recordingId', 'waitSeconds'],
	},
	'conference.getEmbedCode': {
		required: ['embedKind', 'roomUrl'],
		options: ['mute', 'name', 'observer', 'skipJoin', 'stripLayout', 'view'],
	},
	'conference.previewSchedule': { required: ['start', 'timeZone', 'schedule'], options: ['count'] },
};

/** Operations that send nothing, and so have no options of requests. */
export const LOCAL = ['conference.getEmbedCode', 'conference.previewSchedule'];
