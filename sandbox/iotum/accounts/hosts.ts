import { Refusal } from '../errors';
import { timestamp, type Platform } from '../platform';
import { addContact, nextNumber, nextSecret } from '../state';
import { assign, type Assignment } from './assignments';
import {
	accessCodeTaken,
	freeNumber,
	pinTaken,
	requireFreeEmail,
	requireSameMedia,
} from './hostChecks';
import type { Host, HostSettings, Mail } from '../types';
import { requireTimeZone } from '../zones';

/** What a host is created with or changed to, under the API's names (sections 6.1 and 6.3). */
export interface HostFields extends Partial<HostSettings>, Assignment {
	access_code?: string | number;
	moderator_pin?: string | number;
	password?: string;
	/** Seed 004, section 6.1: the list of parameters has this spelling, the sample the other one. */
	vivommeting_streaming_enabled?: boolean;
}

/** What a host has that is not given: seed 002's samples and defaults. */
const DEFAULTS = {
	disable_emails: {
		conference_invitations: false,
		conference_reminders: false,
		conference_summaries: false,
		transcription_summaries: false,
	},
	time_format: { time_24hr: false, hm_separator: ':', md_format: 'M D', md_y_comma: true },
} as const;

/** Adds a host without a plan. Numbers that are not given are new ones. */
export function addHost(
	platform: Platform,
	companyId: number,
	settings: Pick<HostSettings, 'name' | 'email' | 'role'> & Partial<HostSettings>,
	numbers: Partial<Pick<Host, 'id' | 'contactId' | 'accessCode' | 'moderatorPin'>> = {},
): Host {
	const { state } = platform;
	const { id = nextNumber(state, 'host'), contactId = nextNumber(state, 'contact') } = numbers;
	const { name, email } = settings;
	addContact(state, { owner: { hostId: id }, fields: { name, email }, hostId: id }, contactId);
	const host: Host = {
		id,
		companyId,
		settings: {
			disable_emails: { ...DEFAULTS.disable_emails },
			time_format: { ...DEFAULTS.time_format },
			locale: 'en-US',
			...settings,
		},
		accessCode:
			numbers.accessCode ??
			freeNumber(state, 'access code', (code) => accessCodeTaken(state, code)),
		moderatorPin:
			numbers.moderatorPin ?? freeNumber(state, 'moderator pin', (pin) => pinTaken(state, pin)),
		subscriptionIds: [],
		loginTokenPublicKey: nextSecret(state, 'login token').slice(0, 32),
		contactId,
	};
	state.hosts.set(id, host);
	return host;
}

/**
 * Changes a host, or nothing at all.
 *
 * @throws Refusal 400 for an unknown zone; 422 for an e-mail, access code or PIN that is taken, for
 * automatic recording and streaming that differ, and for subscriptions that do not fit
 */
export function changeHost(platform: Platform, host: Host, fields: HostFields): void {
	const { state } = platform;
	const {
		subscription_ids,
		plan_slug,
		add_on_slugs,
		access_code,
		moderator_pin,
		password,
		vivommeting_streaming_enabled: streaming = fields.vivomeeting_streaming_enabled,
		...settings
	} = fields;
	const changed: HostSettings = {
		...host.settings,
		...settings,
		vivomeeting_streaming_enabled: streaming ?? host.settings.vivomeeting_streaming_enabled,
		disable_emails: { ...host.settings.disable_emails, ...settings.disable_emails },
		time_format: { ...host.settings.time_format, ...settings.time_format },
	};
	requireTimeZone(changed.time_zone);
	requireSameMedia(changed);
	requireFreeEmail(state, host, changed);
	const code = access_code === undefined ? host.accessCode : String(access_code);
	const pin = moderator_pin === undefined ? host.moderatorPin : String(moderator_pin);
	if (code !== host.accessCode && accessCodeTaken(state, code)) {
		throw new Refusal(422, `access_code ${code} is already taken`);
	}
	if (pin !== host.moderatorPin && pinTaken(state, pin)) {
		throw new Refusal(422, `moderator_pin ${pin} is already taken`);
	}
	assign(platform, host, { subscription_ids, plan_slug, add_on_slugs });

	host.settings = changed;
	host.accessCode = code;
	host.moderatorPin = pin;
	// Seed 002: no_login ignores any password.
	if (password !== undefined && !changed.no_login) host.password = password;
	const contact = state.contacts.get(host.contactId);
	if (contact) Object.assign(contact.fields, { name: changed.name, email: changed.email });
}

/** Removes a host with its contacts and everything that lets it in. */
export function removeHost({ state }: Platform, host: Host): void {
	state.hosts.delete(host.id);
	for (const [id, { owner }] of state.contacts) {
		if ('hostId' in owner && owner.hostId === host.id) state.contacts.delete(id);
	}
	for (const [token, ownerId] of state.apiTokens) {
		if (ownerId === host.id) state.apiTokens.delete(token);
	}
}

export function mail(platform: Platform, host: Host, kind: Mail['kind']): void {
	const { email: to } = host.settings;
	platform.state.mails.push({ kind, to, hostId: host.id, sentAt: timestamp(platform) });
}
