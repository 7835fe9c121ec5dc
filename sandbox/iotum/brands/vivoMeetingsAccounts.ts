import { ADMINISTRATORS, RESELLER_ADMIN, type Endpoints, type Fields } from './brand';
import {
	accountNumber,
	boolean,
	contactList,
	disableEmails,
	email,
	id,
	list,
	nullable,
	phones,
	positive,
	role,
	text,
	timeZone,
	updatedContact,
} from './fields';

const hostSettings: Fields = {
	subscription_ids: list(id),
	plan_slug: text,
	add_on_slugs: list(text),
	role,
	openid_sub: text,
	moderator_pin: accountNumber,
	access_code: accountNumber,
	disable_emails: disableEmails,
};

const hostAnswer = [
	'host_id',
	'name',
	'email',
	'primary_dialin_number',
	'meeting_url',
	'role',
	'openid_sub',
	'access_code',
	'moderator_pin',
	'password_creation_link',
	'login_token_public_key',
	'plan_slug',
	'add_on_slugs',
	'subscription_ids',
	'sip_uri',
	'disable_emails',
];

const companyAnswer = ['subdomain', 'name', 'host_count', 'hosts', 'openid_provider'];

const slug: Fields = { company_id: id, slug: text };
const oneHost = { roles: ADMINISTRATORS, required: { host_id: id } };
const oneContact: Fields = { host_id: id, contact_id: id };

/** Accounts of VivoMeetings: seed 004, sections 4 to 7. */
export const vivoMeetingsAccounts: Endpoints = {
	'company/create': {
		roles: RESELLER_ADMIN,
		required: { subdomain: text, name: text },
		optional: { openid_provider: boolean },
	},
	'company/fetch': { roles: RESELLER_ADMIN, required: { company_id: id }, answer: companyAnswer },
	'company/update': {
		roles: RESELLER_ADMIN,
		required: { company_id: id },
		optional: { subdomain: text, name: text, openid_provider: boolean },
		answer: ['subdomain', 'name', 'host_count', 'hosts'],
	},
	'company/fetch_all': { roles: RESELLER_ADMIN, answer: companyAnswer },

	// Own choice: optional, as only the sample has it.
	'subscription/fetch_products': { roles: ADMINISTRATORS, optional: { company_id: id } },
	'subscription/create': {
		roles: ADMINISTRATORS,
		required: slug,
		optional: { switch_plan: nullable(id), host_limit: positive },
	},
	'subscription/update': {
		method: 'PUT',
		roles: ADMINISTRATORS,
		required: { ...slug, host_limit: positive },
	},
	'subscription/suspend': { roles: RESELLER_ADMIN, required: slug },
	'subscription/reactivate': { roles: RESELLER_ADMIN, required: slug },
	'subscription/cancel': { roles: RESELLER_ADMIN, required: slug },
	'subscription/fetch': { roles: RESELLER_ADMIN, required: { company_id: id } },

	'host/create': {
		roles: ADMINISTRATORS,
		required: { name: text, email },
		optional: {
			...hostSettings,
			company_id: id,
			password: text,
			no_welcome_email: boolean,
			// Spelt differently in the sample and in the list of parameters.
			vivomeeting_streaming_enabled: boolean,
			vivommeting_streaming_enabled: boolean,
			host_initiated_recording: boolean,
		},
		answer: hostAnswer,
	},
	'host/fetch': { ...oneHost, answer: hostAnswer },
	'host/update': {
		...oneHost,
		optional: { ...hostSettings, name: text, email },
		answer: hostAnswer,
	},
	'host/delete': oneHost,
	'host/resend_invitation': oneHost,
	'host/reset_password': oneHost,
	'host/fetch_all': {
		roles: ADMINISTRATORS,
		optional: { company_id: id },
		answer: ['host_id', 'name', 'email', 'meeting_url', 'role', 'access_code'],
	},

	'contact/create': {
		roles: ADMINISTRATORS,
		required: { host_id: id, contacts: contactList },
	},
	'contact/fetch': { roles: ADMINISTRATORS, required: oneContact },
	'contact/fetch_all': { roles: ADMINISTRATORS, required: { host_id: id } },
	'contact/update': {
		roles: ADMINISTRATORS,
		required: { contact_id: id },
		optional: { host_id: id, name: text, email, ...phones, time_zone: timeZone },
		answer: updatedContact,
	},
	'contact/delete': { roles: ADMINISTRATORS, required: oneContact },
};
