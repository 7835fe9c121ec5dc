import type { FastifyInstance } from 'fastify';
import type { Caller } from '../access/caller';
import { findContact, shownContact } from '../accounts/contacts';
import { endpoint } from '../endpoint';
import { Refusal } from '../errors';
import type { Platform } from '../platform';
import { findCompany, findHost, requestedCompany } from '../access/scope';
import { addContact, contactsOf } from '../state';
import type { Contact, ContactFields, ContactOwner } from '../types';
import { requireTimeZone } from '../zones';

interface Owner {
	host_id?: number;
	company_id?: number;
}

interface OneContact extends Owner {
	contact_id: number;
}

/** Section 7. */
export function contactRoutes(app: FastifyInstance, platform: Platform): void {
	endpoint<Owner & { contacts: ContactFields[] }>(
		app,
		platform,
		'contact/create',
		({ body, caller }) => {
			const owner = contactOwner(platform, caller, body);
			for (const { time_zone } of body.contacts) requireTimeZone(time_zone);
			return body.contacts
				.map((fields) => addContact(platform.state, { owner, fields }))
				.map(shownContact);
		},
	);

	endpoint<OneContact>(app, platform, 'contact/fetch', ({ body, caller }) =>
		shownContact(
			findContact(platform.state, contactOwner(platform, caller, body), body.contact_id),
		),
	);

	endpoint<Owner>(app, platform, 'contact/fetch_all', ({ body, caller }) =>
		contactsOf(platform.state, contactOwner(platform, caller, body)).map(shownContact),
	);

	endpoint<OneContact & Partial<ContactFields>>(
		app,
		platform,
		'contact/update',
		({ body, caller }) => {
			const { host_id, company_id, contact_id, ...fields } = body;
			const contact = contactToUpdate(platform, caller, { host_id, company_id, contact_id });
			requireTimeZone(fields.time_zone);
			Object.assign(contact.fields, fields);
			return shownContact(contact);
		},
	);

	endpoint<OneContact>(app, platform, 'contact/delete', ({ body, caller }) => {
		const owner = contactOwner(platform, caller, body);
		const contact = findContact(platform.state, owner, body.contact_id);
		if (contact.hostId !== undefined) {
			throw new Refusal(422, 'The contact is a host and goes with its account only');
		}
		platform.state.contacts.delete(contact.id);
		return { message: 'OK' };
	});
}

/** Section 7.1: the list of a host or else of a company. Own choice: both together are refused. */
function contactOwner(platform: Platform, caller: Caller, owner: Owner): ContactOwner {
	const { host_id, company_id } = owner;
	if (host_id === undefined) {
		return { companyId: requestedCompany(platform, caller, company_id).id };
	}
	if (company_id !== undefined && caller.role === 'RESELLER_ADMIN') {
		throw new Refusal(400, 'Give host_id or company_id, not both');
	}
	return { hostId: findHost(platform, caller, host_id).id };
}

/** Section 7.4: "Only contact_id is required", so the list may be left out. */
function contactToUpdate(platform: Platform, caller: Caller, request: OneContact): Contact {
	const { host_id, company_id, contact_id } = request;
	const contact = platform.state.contacts.get(contact_id);
	if (host_id !== undefined || company_id !== undefined || !contact) {
		return findContact(platform.state, contactOwner(platform, caller, request), contact_id);
	}
	if ('hostId' in contact.owner) findHost(platform, caller, contact.owner.hostId);
	else findCompany(platform, caller, contact.owner.companyId);
	return contact;
}
