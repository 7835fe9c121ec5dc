import { createHash } from 'node:crypto';
import { uuidOf } from '../ids';
import { emptyConferencing, type ConferencingState } from './conferencingState';
import { DEFAULT_CALLBACK } from './oauth/clients';
import type {
	Authorization,
	Company,
	Contact,
	ContactFields,
	ContactOwner,
	Host,
	Mail,
	Product,
	Reseller,
	Session,
	Subscription,
} from './types';

/** Everything the simulated installation knows. */
export interface State extends ConferencingState {
	resellers: Map<number, Reseller>;
	companies: Map<number, Company>;
	/** By slug, in the order of the product list. */
	products: Map<string, Product>;
	subscriptions: Map<number, Subscription>;
	hosts: Map<number, Host>;
	contacts: Map<number, Contact>;
	/** Ids of the hosts that own them, by API token. */
	apiTokens: Map<string, number>;
	/** By auth_token. */
	sessions: Map<string, Session>;
	authorizations: Authorization[];
	/** Callback addresses registered for the OAuth2 client. */
	oauthCallbacks: string[];
	/** Successful sign-ins so far. */
	signIns: number;
	mails: Mail[];
	sequences: Map<string, number>;
}

export function emptyState(): State {
	return {
		...emptyConferencing(),
		resellers: new Map(),
		companies: new Map(),
		products: new Map(),
		subscriptions: new Map(),
		hosts: new Map(),
		contacts: new Map(),
		apiTokens: new Map(),
		sessions: new Map(),
		authorizations: [],
		oauthCallbacks: [DEFAULT_CALLBACK],
		signIns: 0,
		mails: [],
		sequences: new Map(),
	};
}

// Numbers given out by the sandbox begin here, so that those of the fixtures stay recognizable.
const FIRST_NUMBER = 1001;

/** The next number of a kind, from 1001. */
export function nextNumber(state: State, kind: string): number {
	const number = state.sequences.get(kind) ?? FIRST_NUMBER;
	state.sequences.set(kind, number + 1);
	return number;
}

/** 64 hexadecimal digits that look random and are the same after every reset. */
export function nextSecret(state: State, kind: string): string {
	return createHash('sha256')
		.update(`${kind} ${nextNumber(state, kind)}`)
		.digest('hex');
}

/** The same as a UUID. */
export function nextUuid(state: State, kind: string): string {
	return uuidOf(nextSecret(state, kind));
}

export function addContact(
	state: State,
	contact: { owner: ContactOwner; fields: ContactFields; hostId?: number },
	id = nextNumber(state, 'contact'),
): Contact {
	const added: Contact = { id, ...contact };
	state.contacts.set(id, added);
	return added;
}

/** Whether a contact is in a host's or a company's own list. */
export function isListed({ owner }: Contact, of: ContactOwner): boolean {
	return 'hostId' in of
		? 'hostId' in owner && owner.hostId === of.hostId
		: 'companyId' in owner && owner.companyId === of.companyId;
}

/** Contacts of a host's or a company's own list, oldest first. */
export function contactsOf({ contacts }: State, owner: ContactOwner): Contact[] {
	return [...contacts.values()].filter((contact) => isListed(contact, owner));
}

/** Hosts of a company, oldest first. */
export function hostsOf({ hosts }: State, companyId: number): Host[] {
	return [...hosts.values()].filter((host) => host.companyId === companyId);
}
