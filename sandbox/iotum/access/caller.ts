import type { FastifyRequest } from 'fastify';
import type { AdministratorRole } from '../brands/brand';
import { Refusal } from '../errors';
import { useBearer } from '../oauth/authorizations';
import type { Platform } from '../platform';
import { useSession } from './sessions';
import type { Company, Host, Session } from '../types';

/** Who a request comes from. */
export interface Caller {
	host: Host;
	company: Company;
	role: AdministratorRole;
	/** Absent when the request came with a Bearer token. */
	session?: Session;
}

/**
 * Finds out who a request comes from, by the auth_token in its body or by its Bearer header.
 *
 * @throws Refusal 401 without a valid one; 403 when the role may not use the endpoint; 400 with both
 * (own choice: seed 004, section 12.7.1 has the header instead of the field)
 */
export function identify(
	platform: Platform,
	request: FastifyRequest,
	roles: readonly AdministratorRole[],
): Caller {
	const token = authToken(request.body);
	const bearer = request.headers.authorization;
	if (bearer !== undefined && token !== undefined) {
		throw new Refusal(400, 'Give either auth_token or a Bearer header, not both');
	}
	const session = bearer === undefined ? useSession(platform, token) : undefined;
	const hostId = session?.hostId ?? useBearer(platform, bearer ?? '').hostId;

	const host = platform.state.hosts.get(hostId);
	const company = platform.state.companies.get(host?.companyId ?? 0);
	// The account has been deleted since.
	if (!host || !company || company.deletedAt) throw new Refusal(401, 'Invalid token');
	const role = roles.find((allowed) => allowed === host.settings.role);
	if (!role) throw new Refusal(403, `A ${host.settings.role} may not use this method`);
	return { host, company, role, session };
}

function authToken(body: unknown): unknown {
	return typeof body === 'object' && body !== null && 'auth_token' in body
		? body.auth_token
		: undefined;
}
