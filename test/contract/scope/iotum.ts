import type { Inputs, Scope } from './inputs';

const ofCompany = { required: ['companyId'] };
const ofSubscription = { required: ['companyId', 'slug'] };
const ofHost = { required: ['hostId'], listOnly: ['listCompanyId'] };
const ofFile = { required: ['hostId', 'fileId'], listOnly: ['listCompanyId'] };
const ofConference = { required: ['conferenceId'], listOnly: ['listCompanyId', 'listHostId'] };
/** The host or the company is shown according to the owner. */
const ofOwner = {
	required: ['ownerType', 'hostId', 'companyId'],
	listOnly: ['listCompanyId'],
};
const ofContact = { ...ofOwner, required: [...ofOwner.required, 'contactId'] };

const phones = ['businessPhone', 'homePhone', 'mobilePhone', 'otherPhone'];

const host = [
	'accessCode',
	'addOnSlugs',
	'autoRecord',
	'autoStream',
	'countryCode',
	'disableEmails',
	'hostInitiatedRecording',
	'locale',
	'moderatorPin',
	'openidSub',
	'planSlug',
	'publicUsername',
	'role',
	'streamPreview',
	'subscriptionIds',
	'timeFormat',
	'timeZone',
	'waitingRoom',
];
const newHost = {
	required: ['name', 'email'],
	additionalFields: [
		...host,
		'companyId',
		'nativeStreaming',
		'noLogin',
		'noWelcomeEmail',
		'password',
	],
};

const recurrence = ['recurrence', 'recurrencePattern', 'schedule'];
const conference = [
	'agenda',
	'autoRecord',
	'autoStream',
	'autoTranscribe',
	'muteMode',
	'oneTimeAccessCode',
	'participantEmails',
	'participants',
	'securityPin',
	...recurrence,
];
const period = ['endDate', 'startDate', 'timeZone'];

const operations: Record<string, Inputs> = {
	'domain.getDescendants': {},
	'company.create': {
		required: ['subdomain', 'name'],
		additionalFields: [
			'accentColor',
			'currency',
			'customerId',
			'openidProvider',
			'partnerId',
			'primaryColor',
			'productId',
		],
	},
	'company.get': ofCompany,
	'company.update': {
		...ofCompany,
		updateFields: ['customerId', 'name', 'partnerId', 'subdomain'],
	},
	'company.getAll': {},
	'company.delete': ofCompany,
	'product.getAll': { filters: ['includeDescription'] },
	'subscription.create': {
		...ofSubscription,
		additionalFields: ['hostLimit', 'planChange', 'subscribeAllHosts', 'switchPlan'],
	},
	'subscription.update': { required: ['companyId', 'slug', 'hostLimit'] },
	'subscription.suspend': ofSubscription,
	'subscription.reactivate': ofSubscription,
	'subscription.cancel': ofSubscription,
	'subscription.suspendAll': ofCompany,
	'subscription.reactivateAll': ofCompany,
	'subscription.getAll': ofCompany,
	'host.create': newHost,
	'host.get': ofHost,
	'host.update': {
		...ofHost,
		updateFields: [...host, 'clearSubscriptions', 'email', 'imageUrl', 'name'],
	},
	'host.delete': ofHost,
	'host.getAll': { filters: ['companyId', 'email'] },
	'host.provision': newHost,
	'host.resendInvitation': ofHost,
	'host.resetPassword': ofHost,
	'host.getConferences': { ...ofHost, filters: ['detail', ...period] },
	'host.getCallRecords': { ...ofHost, filters: ['conferenceId', ...period] },
	'host.getActiveCalls': { ...ofHost, options: ['timeZone'] },
	'host.getSignInLink': {
		...ofHost,
		required: ['hostId', 'redirectUrl'],
		options: ['afterCallUrl', 'loginTokenPublicKey', 'rememberMe'],
	},
	'contact.create': {
		...ofOwner,
		required: [...ofOwner.required, 'contacts'],
		options: ['sendAsOneRequest'],
	},
	'contact.get': ofContact,
	'contact.update': { ...ofContact, updateFields: ['email', 'name', 'timeZone', ...phones] },
	'contact.delete': ofContact,
	'contact.getAll': { ...ofOwner, filters: ['email'] },
	'driveFile.getAll': ofHost,
	'driveFile.get': ofFile,
	'driveFile.upload': {
		...ofHost,
		required: ['hostId', 'binaryPropertyName'],
		options: ['fileName'],
	},
	'driveFile.download': { ...ofFile, options: ['outputBinaryPropertyName'] },
	'driveFile.delete': ofFile,
	'chat.sendMessage': { required: ['companyId', 'message'], oneOf: ['roomId', 'slug'] },
	'conference.create': {
		...ofHost,
		required: ['hostId', 'subject', 'start', 'timeZone', 'duration'],
		additionalFields: [
			...conference,
			'broadcastStreamUrl',
			'hostInitiatedRecording',
			'participantHosts',
			'secureUrl',
		],
	},
	'conference.createReservationless': {
		...ofHost,
		additionalFields: ['oneTimeAccessCode', 'secureUrl'],
	},
	'conference.update': {
		...ofConference,
		updateFields: [...conference, 'duration', 'start', 'subject', 'timeZone'],
		options: ['applyTo'],
	},
	'conference.get': { ...ofConference, options: ['detail'] },
	'conference.getAll': { ...ofHost, filters: ['detail'] },
	'conference.cancel': { ...ofConference, options: ['applyTo'] },
	'conference.end': ofConference,
	'conference.getParticipants': ofConference,
	'conference.getViewerCount': ofConference,
	'conference.stopStreaming': ofConference,
	'conference.dialNumber': {
		...ofConference,
		required: ['conferenceId', 'countryCode', 'phoneNumber'],
		additionalFields: ['invitationText', 'name'],
	},
	'conference.sendMessage': { ...ofConference, required: ['conferenceId', 'message'] },
	'conference.deleteRecordings': ofConference,
	'conference.deleteTranscriptions': ofConference,
	'conference.downloadRecording': {
		...ofConference,
		options: ['outputBinaryPropertyName', 'recordingId', 'waitSeconds'],
	},
	'conference.getEmbedCode': {
		isLocal: true,
		required: ['embedKind', 'roomUrl', 'accessCode'],
		options: [
			'afterCallUrl',
			'moderatorToken',
			'mute',
			'name',
			'observer',
			'skipJoin',
			'stripLayout',
			'view',
		],
	},
	'conference.previewSchedule': {
		isLocal: true,
		required: ['start', 'timeZone', 'schedule'],
		options: ['count'],
	},
};

/** What the Iotum node offers. */
export const iotum: Scope = {
	count: 55,
	operations,
	simplified: [
		'conference.create',
		'conference.createReservationless',
		'conference.get',
		'conference.getAll',
		'conference.update',
		'host.create',
		'host.get',
		'host.getCallRecords',
		'host.provision',
		'host.update',
	],
	destructive: [
		'company.delete',
		'conference.cancel',
		'conference.deleteRecordings',
		'conference.deleteTranscriptions',
		'conference.end',
		'conference.stopStreaming',
		'contact.delete',
		'driveFile.delete',
		'host.delete',
		'subscription.cancel',
	],
	humanOnly: [],
	requiredEntries: ['contacts.values.email', 'contacts.values.name'],
};
