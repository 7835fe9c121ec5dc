import { Refusal } from '../errors';
import type { Platform } from '../platform';
import { addContact, contactsOf } from '../state';
import type { Contact, Host } from '../types';
import type { Invitation } from './types';

/** The three ways to name participants (section 8.1); a conference may be given several. */
export interface InvitationFields {
	/** Contact numbers. */
	participants?: unknown;
	participant_emails?: { email: string; moderator?: boolean }[];
	/** Own choice: the documents name this field, not the fields of its items. */
	participant_hosts?: { host_id: number; moderator?: boolean }[];
}

export function namesParticipants(fields: InvitationFields): boolean {
	const { participants, participant_emails, participant_hosts } = fields;
	return [participants, participant_emails, participant_hosts].some((list) => list !== undefined);
}

/**
 * Who is invited: always the organizer, as a moderator, then everyone named, each once. An unknown
 * e-mail address is added to the host's contacts.
 *
 * @throws Refusal with the texts of the error table (section 8)
 */
export function invite(platform: Platform, host: Host, fields: InvitationFields): Invitation[] {
	const { participants = [], participant_emails = [], participant_hosts = [] } = fields;
	if (!Array.isArray(participants)) {
		throw new Refusal(422, "Participants must be an array of contacts'");
	}
	if (participants.length > 0 && participant_emails.length > 0) {
		// Own choice: section 8.1 has the addresses as the alternative to the numbers.
		throw new Refusal(422, 'participants and participant_emails exclude each other');
	}
	const invitations = new Map<number, Invitation>();
	const add = (contactId: number, moderator = false) =>
		invitations.set(contactId, {
			contactId,
			moderator: moderator || (invitations.get(contactId)?.moderator ?? false),
		});

	add(host.contactId, true);
	for (const contactId of participants) {
		const known = availableContacts(platform, host).some(({ id }) => id === contactId);
		if (!known) {
			throw new Refusal(
				422,
				"Participants has one or more contact that does not exist in the host's contact list.",
			);
		}
		add(contactId);
	}
	for (const { host_id: hostId, moderator } of participant_hosts) {
		const other = platform.state.hosts.get(hostId);
		if (other?.companyId !== host.companyId) {
			throw new Refusal(422, `participant_hosts: host ${hostId} is not in the host's company`);
		}
		add(other.contactId, moderator);
	}
	for (const { email, moderator } of participant_emails) {
		const known = availableContacts(platform, host).find(
			({ fields }) => fields.email.toLowerCase() === email.toLowerCase(),
		);
		const contact =
			known ??
			addContact(platform.state, { owner: { hostId: host.id }, fields: { name: email, email } });
		add(contact.id, moderator);
	}
	return [...invitations.values()];
}

/** Section 7.1: a company's contacts are there for all its hosts. */
function availableContacts({ state }: Platform, host: Host): Contact[] {
	return [
		...contactsOf(state, { hostId: host.id }),
		...contactsOf(state, { companyId: host.companyId }),
	];
}
