import type { FastifyInstance } from 'fastify';
import { object } from '../brands/fields';
import { Refusal } from '../errors';
import type { Platform } from '../platform';
import { openSession } from '../access/sessions';
import type { Host } from '../types';

/** What some brand signs in with. */
interface Credentials {
	api_token?: string;
	email?: string;
	password?: string;
}

/**
 * Section 3.1. Own choices: the text of the refusal, and that credentials of an account that is no
 * administrator are refused here already.
 */
export function authenticateRoutes(app: FastifyInstance, platform: Platform): void {
	const fields = platform.brand.signInFields;
	const body = object(fields, Object.keys(fields));

	app.post<{ Body: Credentials }>(
		'/enterprise_api/authenticate',
		{ schema: { querystring: object({}), body } },
		async ({ body: credentials }) => {
			const host = owner(platform, credentials);
			if (!host || host.settings.role === 'HOST') throw new Refusal(401, 'Invalid credentials');
			return { auth_token: openSession(platform, host).token };
		},
	);
}

function owner({ state }: Platform, credentials: Credentials): Host | undefined {
	const { api_token, email, password } = credentials;
	if (api_token !== undefined) return state.hosts.get(state.apiTokens.get(api_token) ?? 0);
	return [...state.hosts.values()].find(
		(host) =>
			host.settings.email.toLowerCase() === email?.toLowerCase() &&
			!host.settings.no_login &&
			host.password !== undefined &&
			host.password === password,
	);
}
