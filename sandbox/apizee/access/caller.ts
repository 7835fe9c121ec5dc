import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Refusal } from '../errors';
import type { Platform } from '../platform';
import type { User } from '../types';
import { countRequest } from './quota';
import { isValid } from './tokens';

const callers = new WeakMap<FastifyRequest, User>();

/** Who sends a request that has passed `requireToken`. */
export function caller(request: FastifyRequest): User {
	const user = callers.get(request);
	if (!user) throw new Error('The route is public: it has no caller.');
	return user;
}

/** The text after `Bearer`, undefined without one. */
export function bearer({ headers }: FastifyRequest): string | undefined {
	return /^Bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1];
}

/**
 * Lets only requests with a valid token through, and counts them (the vendor's public reference:
 * all endpoints together). Own choices: a request counts for the owner of an expired token too, but
 * for nobody when the token is unknown, and the quota is checked before the token's expiry and the
 * parameters are. These are in the query (seed 003): a body that has anything in it is refused.
 */
export function requireToken(app: FastifyInstance, platform: Platform): void {
	app.addHook('preValidation', async (request, reply) => {
		const text = bearer(request);
		if (text === undefined) throw new Refusal(401, 'The request has no Bearer token.');
		const token = platform.state.tokens.get(text);
		const user = platform.state.users.get(token?.userId ?? 0);
		if (!token || !user) throw new Refusal(401, 'The access token is unknown or was revoked.');
		countRequest(platform, user.username, reply);
		if (!isValid(platform, token)) throw new Refusal(401, 'The access token has expired.');
		if (request.body !== undefined && JSON.stringify(request.body) !== '{}') {
			throw new Refusal(400, 'Parameters belong in the query: a body is not read.');
		}
		callers.set(request, user);
		if (platform.state.settings.ignoreUnknownParameters) dropUnknown(request);
	});
}

function dropUnknown(request: FastifyRequest): void {
	const { query } = request;
	const schema: unknown = request.routeOptions.schema?.querystring;
	if (typeof query !== 'object' || query === null) return;
	if (typeof schema !== 'object' || schema === null || !('properties' in schema)) return;
	const known = Object.keys(Object(schema.properties));
	for (const name of Object.keys(query)) {
		if (!known.includes(name)) Reflect.deleteProperty(query, name);
	}
}

/**
 * The number of an enterprise in a path. @throws Refusal 403 when it is not the caller's own
 */
export function requireEnterprise(request: FastifyRequest, enterpriseId: string): number {
	const user = caller(request);
	if (enterpriseId !== String(user.enterpriseId)) {
		throw new Refusal(403, `Enterprise ${enterpriseId} is not yours.`);
	}
	return user.enterpriseId;
}

/** @throws Refusal 404 when there is nothing, 403 when it belongs to another enterprise */
export function requireOwn<Item extends { enterpriseId: number }>(
	request: FastifyRequest,
	item: Item | undefined,
	name: string,
): Item {
	if (!item) throw new Refusal(404, `There is no ${name}.`);
	if (item.enterpriseId !== caller(request).enterpriseId) {
		throw new Refusal(403, `The ${name} belongs to another enterprise.`);
	}
	return item;
}
