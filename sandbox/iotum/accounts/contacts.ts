import { Refusal } from '../errors';
import { isListed, type State } from '../state';
import type { Contact, ContactOwner } from '../types';

const FIELDS = [
	'name',
	'email',
	'business_phone',
	'mobile_phone',
	'home_phone',
	'other_phone',
	'time_zone',
] as const;

/** A contact as the API shows it (section 7.2). Own choice: what is not known is null. */
export function shownContact({ id, fields, hostId }: Contact): Record<string, unknown> {
	return {
		contact_id: id,
		...Object.fromEntries(FIELDS.map((field) => [field, fields[field] ?? null])),
		has_host: hostId !== undefined,
	};
}

/** A contact of one list. @throws Refusal 404 when it is not in that list */
export function findContact({ contacts }: State, owner: ContactOwner, id: number): Contact {
	const contact = contacts.get(id);
	if (!contact || !isListed(contact, owner)) throw new Refusal(404, `No contact ${id}`);
	return contact;
}
