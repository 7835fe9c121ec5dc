import { ADMINISTRATORS, type Endpoints, type Fields } from './brand';
import {
	accountNumber,
	anyText,
	boolean,
	contactList,
	disableEmails,
	email,
	id,
	list,
	mediaChoice,
	object,
	phones,
	positive,
	role,
	text,
	timeFormat,
	timeZone,
	updatedContact,
	url,
} from './fields';

const assignment: Fields = {
	subscription_ids: list(id),
	plan_slug: text,
	add_on_slugs: list(text),
};

const hostSettings: Fields = {
	...assignment,
	role,
	openid_sub: text,
	moderator_pin: accountNumber,
	access_code: accountNumber,
	auto_record: mediaChoice,
	auto_stream: mediaChoice,
	host_initiated_recording: boolean,
	waiting_room: boolean,
	stream_preview: object({ duration: positive, interval: positive, image_preview: boolean }),
	disable_emails: disableEmails,
	public_username: text,
	time_format: timeFormat,
	locale: text,
	country_code: { type: 'string', pattern: '^[A-Z]{2}$' },
	time_zone: timeZone,
};

const hostAnswer = [
	'host_id',
	'company_id',
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
	'public_username',
	'time_format',
	'locale',
	'country_code',
	'time_zone',
];

const oneHost = { roles: ADMINISTRATORS, required: { host_id: id } };
/** Section 7.1: a host's contacts, or a company's. */
const contactOwner: Fields = { host_id: id, company_id: id };

/** Hosts and contacts of Iotum/Callbridge: seed 002, sections 6 and 7. */
export const iotumHosts: Endpoints = {
	'host/create': {
		roles: ADMINISTRATORS,
		required: { name: text, email },
		optional: {
			...hostSettings,
			company_id: id,
			password: text,
			no_welcome_email: boolean,
			native_streaming: boolean,
			no_login: boolean,
		},
		answer: hostAnswer,
	},
	'host/fetch': { ...oneHost, answer: hostAnswer },
	'host/update': {
		...oneHost,
		optional: { ...hostSettings, company_id: id, name: text, email, image_url: url },
		answer: hostAnswer,
	},
	'host/delete': { ...oneHost, status: 202 },
	'host/resend_invitation': oneHost,
	'host/reset_password': oneHost,
	'host/fetch_all': {
		roles: ADMINISTRATORS,
		optional: { company_id: id },
		answer: [
			'host_id',
			'name',
			'email',
			'meeting_url',
			'role',
			'access_code',
			'plan_slug',
			'add_on_slugs',
		],
	},

	'contact/create': {
		roles: ADMINISTRATORS,
		required: { contacts: contactList },
		optional: contactOwner,
	},
	'contact/fetch': {
		roles: ADMINISTRATORS,
		required: { contact_id: id },
		optional: contactOwner,
	},
	'contact/fetch_all': { roles: ADMINISTRATORS, optional: contactOwner },
	'contact/update': {
		roles: ADMINISTRATORS,
		required: { contact_id: id },
		optional: { ...contactOwner, name: text, email, ...phones, time_zone: anyText },
		answer: updatedContact,
	},
	'contact/delete': {
		roles: ADMINISTRATORS,
		required: { contact_id: id },
		optional: contactOwner,
	},
};
