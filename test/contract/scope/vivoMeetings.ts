import { conference, period, phones, simplified } from './enterpriseApi';
import type { Inputs, Scope } from './inputs';

const ofCompany = { required: ['companyId'] };
const ofSubscription = { required: ['companyId', 'slug'] };
const ofHost = { required: ['hostId'], listOnly: ['listCompanyId'] };
const ofContact = { ...ofHost, required: ['hostId', 'contactId'] };
const ofConference = { required: ['conferenceId'], listOnly: ['listCompanyId', 'listHostId'] };

const host = [
	'accessCode',
	'addOnSlugs',
	'disableEmails',
	'moderatorPin',
	'openidSub',
	'planSlug',
	'role',
	'subscriptionIds',
];
const newHost = {
	required: ['name', 'email'],
	additionalFields: [
		...host,
		'companyId',
		'hostInitiatedRecording',
		'noWelcomeEmail',
		'password',
		'vivomeetingStreamingEnabled',
	],
};

const operations: Record<string, Inputs> = {
	'company.create': { required: ['subdomain', 'name'], additionalFields: ['openidProvider'] },
	'company.get': ofCompany,
	'company.update': { ...ofCompany, updateFields: ['name', 'openidProvider', 'subdomain'] },
	'company.getAll': {},
	'product.getAll': ofCompany,
	'subscription.create': {
		...ofSubscription,
		additionalFields: ['hostLimit', 'planChange', 'switchPlan'],
	},
	'subscription.update': { required: ['companyId', 'slug', 'hostLimit'] },
	'subscription.suspend': ofSubscription,
	'subscription.reactivate': ofSubscription,
	'subscription.cancel': ofSubscription,
	'subscription.getAll': ofCompany,
	'host.create': newHost,
	'host.get': ofHost,
	'host.update': { ...ofHost, updateFields: [...host, 'clearSubscriptions', 'email', 'name'] },
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
		options: ['afterCallUrl', 'loginTokenPublicKey'],
	},
	'contact.create': {
		...ofHost,
		required: ['hostId', 'contacts'],
		options: ['sendAsOneRequest'],
	},
	'contact.get': ofContact,
	'contact.update': {
		...ofContact,
		updateFields: ['email', 'name', 'timeZone', ...phones],
	},
	'contact.delete': ofContact,
	'contact.getAll': { ...ofHost, filters: ['email'] },
	'conference.create': {
		...ofHost,
		required: ['hostId', 'subject', 'start', 'timeZone', 'duration'],
		additionalFields: conference,
	},
	'conference.createReservationless': { ...ofHost, additionalFields: ['oneTimeAccessCode'] },
	'conference.update': {
		...ofConference,
		updateFields: [
			...conference,
			'disableConferenceEmails',
			'duration',
			'start',
			'subject',
			'timeZone',
		],
		options: ['applyTo'],
	},
	'conference.get': ofConference,
	'conference.getAll': { ...ofHost, filters: ['detail'] },
	'conference.cancel': { ...ofConference, options: ['applyTo'] },
	'conference.end': ofConference,
	'conference.getParticipants': ofConference,
	'conference.getViewerCount': ofConference,
	'conference.stopStreaming': ofConference,
	'conference.downloadRecording': {
		...ofConference,
		options: ['outputBinaryPropertyName', 'recordingId', 'waitSeconds'],
	},
	'conference.getEmbedCode': {
		isLocal: true,
		required: ['embedKind', 'roomUrl'],
		options: ['mute', 'name', 'observer', 'skipJoin', 'stripLayout', 'view'],
	},
	'conference.previewSchedule': {
		isLocal: true,
		required: ['start', 'timeZone', 'schedule'],
		options: ['count'],
	},
};

/** What the VivoMeetings node offers. */
export const vivoMeetings: Scope = {
	count: 41,
	operations,
	simplified,
	destructive: [
		'conference.cancel',
		'conference.end',
		'conference.stopStreaming',
		'contact.delete',
		'host.delete',
		'subscription.cancel',
	],
	humanOnly: [],
	requiredEntries: ['contacts.values.email', 'contacts.values.name'],
};
