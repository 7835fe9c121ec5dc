import { period, phones, simplified } from './enterpriseApi';
import type { Inputs, Scope } from './inputs';
import { iotumConferences } from './iotumConferences';

const ofCompany = { required: ['companyId'] };
const ofSubscription = { required: ['companyId', 'slug'] };
const ofHost = { required: ['hostId'], listOnly: ['listCompanyId'] };
const ofFile = { required: ['hostId', 'fileId'], listOnly: ['listCompanyId'] };
/** The host or the company is shown according to the owner. */
const ofOwner = {
	required: ['ownerType', 'hostId', 'companyId'],
	listOnly: ['listCompanyId'],
};
const ofContact = { ...ofOwner, required: [...ofOwner.required, 'contactId'] };

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
	...iotumConferences,
};

/** What the Iotum node offers. */
export const iotum: Scope = {
	count: 55,
	operations,
	simplified,
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
