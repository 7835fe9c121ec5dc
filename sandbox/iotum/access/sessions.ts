import { Refusal } from '../errors';
import { now, type Platform } from '../platform';
import { nextUuid } from '../state';
import type { Host, Session } from '../types';

/** Begins a session (section 3.1). */
export function openSession(platform: Platform, host: Host): Session {
	const { state } = platform;
	const session: Session = {
		token: nextUuid(state, `${platform.brand.name} session`),
		hostId: host.id,
		lastUsedAt: now(platform),
		expired: false,
	};
	state.sessions.set(session.token, session);
	state.signIns++;
	return session;
}

/**
 * The session of an auth_token.
 *
 * @throws Refusal 401 with the texts of seed 002, section 1.2. Own choice: seed 004 gives none, so
 * the other brand has the same.
 */
export function useSession(platform: Platform, token: unknown): Session {
	if (token === undefined || token === null || token === '') {
		throw new Refusal(401, 'Missing auth_token');
	}
	const session = typeof token === 'string' ? platform.state.sessions.get(token) : undefined;
	if (!session) throw new Refusal(401, 'Invalid token');
	const lifetime = platform.brand.sessionMinutes * 60_000;
	session.expired ||= now(platform) - session.lastUsedAt >= lifetime;
	if (session.expired) throw new Refusal(401, 'Session expired');
	return session;
}

/** Section 3.1: the token lives on after each successful use. */
export function touch(platform: Platform, session: Session): void {
	session.lastUsedAt = now(platform);
}
