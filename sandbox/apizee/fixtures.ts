import { issueToken } from './access/tokens';
import type { Platform } from './platform';
import type { User } from './types';

/** Numbers, names and secrets of what is there at the start and after every reset. */
export const FIXTURES = {
	/** The customer most things belong to, "Example Insurance". */
	enterpriseId: 1,
	/** A customer beyond every token's scope but the foreign one. */
	foreignEnterpriseId: 2,
	/** "Alice Agent" and "Bruno Agent" of the enterprise, "Frida Foreign" of the other one. */
	agentId: 2899,
	secondAgentId: 2900,
	foreignAgentId: 3001,
	/** Entry points of the enterprise. */
	ticketServiceId: 5632,
	ticketServiceKey: '115f89503138416a242f40fb7d7f338e',
	conferenceServiceId: 5633,
	conferenceServiceKey: 'f7a0300abf044e86bfcc7d9ae906381e',
	/** Done on 22 February 2023, 21:56:45 to 22:12:18 UTC, reference `ref12345678`. */
	doneTicketId: 663614,
	doneTicketReference: 'ref12345678',
	/** Its snapshot and its recording. */
	ticketImageId: 1973403,
	ticketVideoId: 1973404,
	/** Invited on 12 July 2023 by SMS, reference `1234`. */
	invitedTicketId: 82070,
	/** A ticket of the foreign enterprise. */
	foreignTicketId: 90001,
	/** "Annual review", over; held on 13 July 2023, 16:21:57 to 17:21:57 UTC. */
	conferenceId: 842341,
	/** Its recording and a shared file. */
	conferenceVideoId: 2343988,
	conferenceDocumentId: 2343989,
	foreignConferenceId: 90002,
} as const;

/** Tokens that are always there; they work for ten years unless the control API expires them. */
export const TOKENS = {
	agent: 'apizee-agent-token',
	secondAgent: 'apizee-second-agent-token',
	foreignAgent: 'apizee-foreign-agent-token',
} as const;

const ids = FIXTURES;
const TEN_YEARS = 315_360_000;

/** Fills an empty state with enterprises, services and users. */
export function addAccounts(platform: Platform): void {
	const { state } = platform;
	const timeZone = 'Europe/Paris';
	state.enterprises.set(1, { id: 1, name: 'Example Insurance', timeZone });
	state.enterprises.set(2, { id: 2, name: 'Foreign Bank', timeZone });
	for (const [id, enterpriseId, key, name] of [
		[ids.ticketServiceId, 1, ids.ticketServiceKey, 'Tickets'],
		[ids.conferenceServiceId, 1, ids.conferenceServiceKey, 'Conference'],
		[5700, 2, '0b1d2e3f405162738495a6b7c8d9eaf0', 'Tickets'],
		[5701, 2, '1c2d3e4f5061728394a5b6c7d8e9fa0b', 'Conference'],
	] as const) {
		state.services.set(id, { id, enterpriseId, key, name });
	}
	for (const [id, enterpriseId, name, token] of [
		[ids.agentId, 1, 'Alice Agent', TOKENS.agent],
		[ids.secondAgentId, 1, 'Bruno Agent', TOKENS.secondAgent],
		[ids.foreignAgentId, 2, 'Frida Foreign', TOKENS.foreignAgent],
	] as const) {
		const user = addUser(platform, { id, enterpriseId, name });
		issueToken(platform, user, { text: token, expiresIn: TEN_YEARS });
	}
}

/** A user whose secrets follow from the name, e.g. `Alice-Agent-1` of `alice.agent@apizee.example`. */
export function addUser(
	{ state }: Platform,
	{ id, enterpriseId, name }: Pick<User, 'id' | 'enterpriseId' | 'name'>,
): User {
	const username = `${name.toLowerCase().replaceAll(' ', '.')}@apizee.example`;
	const user: User = {
		id,
		enterpriseId,
		name,
		username,
		email: username,
		password: `${name.replaceAll(' ', '-')}-1`,
		group: 'Support',
		assertion: `${username}-assertion`,
	};
	state.users.set(id, user);
	return user;
}
