import type { FastifyRequest } from 'fastify';
import { caller } from './access';
import { Refusal } from './errors';
import { timestamp, type Platform } from './platform';
import { findSession } from './signing';
import { addAccount, findAccount, nextIdentifier, nextNumber, type StoredSession } from './state';
import type { Account, Participant, SignatureMethod } from './types';

export const SESSIONS = '/api/v2/collaboration/contracts/contracts/sessions';

export interface NewSession {
	name: string;
	method: SignatureMethod;
	participants: (Participant & { mobile?: string })[];
	meeting_id?: number;
}

/** The session in an endpoint's path. */
export interface SessionPath {
	Params: { sessionId: string };
}

/** A new session of an expert; its customer gets an account unless the e-mail has one. */
export function createSession(
	platform: Platform,
	expert: Account,
	{ name, method, participants, meeting_id }: NewSession,
): StoredSession {
	const { state } = platform;
	const { email = '', firstname = '', lastname = '' } = participants[0] ?? {};
	const customer =
		findAccount(state, email) ??
		addAccount(state, {
			firstName: firstname,
			lastName: lastname,
			email,
			roles: ['CUSTOMER'],
			confirmed: false,
		});
	const session: StoredSession = {
		record: {
			id: nextNumber(state, 'session'),
			expert_id: expert.id,
			customer_id: customer.id,
			name,
			expert_email: expert.email,
			expert_name: `${expert.firstName} ${expert.lastName}`,
			customer_name: `${firstname} ${lastname}`,
			customer_email: email,
			method,
			transaction_completed: false,
			created_at: timestamp(platform),
			meta: { foreign_session_id: nextIdentifier(state, 'signature') },
		},
		meetingId: meeting_id,
		handedOver: false,
	};
	state.sessions.set(session.record.id, session);
	return session;
}

/** The session of a request, provided that it belongs to the expert the request acts as. */
function ownSession(platform: Platform, request: FastifyRequest<SessionPath>): StoredSession {
	const session = findSession(platform, request.params.sessionId);
	if (session.record.expert_id !== caller(request).account.id) {
		throw new Refusal(403, 'The contract session belongs to another expert.');
	}
	if (session.record.deleted_at) throw new Refusal(410, 'The contract session has been deleted.');
	return session;
}

/** The same, while documents may still be added. */
export function openSession(
	platform: Platform,
	request: FastifyRequest<SessionPath>,
): StoredSession {
	const session = ownSession(platform, request);
	if (session.handedOver) {
		throw new Refusal(409, 'The contract session has been handed over for signature already.');
	}
	return session;
}

/** The same, once every signature has been placed. */
export function completedSession(
	platform: Platform,
	request: FastifyRequest<SessionPath>,
): StoredSession {
	const session = ownSession(platform, request);
	if (!session.record.transaction_completed) {
		throw new Refusal(409, 'The contract session is not completed: signatures are missing.');
	}
	return session;
}
