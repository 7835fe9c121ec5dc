import type { FastifyRequest } from 'fastify';
import { acceptForms } from '../../forms';
import { bearer, requireToken } from '../access/caller';
import { countRequest } from '../access/quota';
import { issueToken, TOKEN_VALIDITY } from '../access/tokens';
import { Refusal } from '../errors';
import { query } from '../parameters';
import { stamp, type ApiModule, type Platform } from '../platform';
import type { User } from '../types';

const JWT_BEARER = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

type Parameters = Record<string, unknown>;

const known = ['grant_type', 'username', 'password', 'assertion'];

/**
 * `POST /token` (the vendor's public reference, authentication). There its parameters are those of
 * the query, while a public client sends a form; own choice: both are accepted, and JSON too.
 */
export const tokenRoutes: ApiModule = (api, platform) => {
	api.register(async (app) => {
		acceptForms(app);
		app.post<{ Querystring: Parameters; Body: Parameters | undefined }>(
			'/token',
			async (request, reply) => {
				const given = parametersOf(request);
				countRequest(platform, claimedName(platform, given), reply);
				const user = authenticate(platform, given);
				const { token } = issueToken(platform, user);
				return {
					access_token: token,
					created_at: stamp(platform.clock.now().getTime()),
					expires_in: TOKEN_VALIDITY,
				};
			},
		);
	});

	api.register(async (app) => {
		requireToken(app, platform);
		/** The public reference: the revoked token is the answer. */
		app.post('/token/revoke', { schema: { querystring: query({}) } }, async (request) => {
			const text = bearer(request) ?? '';
			platform.state.tokens.delete(text);
			return { access_token: text };
		});
	});
};

/** Own choice: unknown parameters are refused, and a parameter in both places is the body's. */
function parametersOf(
	request: FastifyRequest<{ Querystring: Parameters; Body: Parameters | undefined }>,
): Record<string, string> {
	const given: Record<string, string> = {};
	for (const [name, value] of Object.entries({ ...request.query, ...request.body })) {
		if (!known.includes(name)) throw new Refusal(400, `${name} is unknown`);
		if (typeof value !== 'string') throw new Refusal(400, `${name} must be a text`);
		given[name] = value;
	}
	return given;
}

function claimedName({ state }: Platform, { username, assertion }: Record<string, string>): string {
	const owner = [...state.users.values()].find((user) => user.assertion === assertion);
	return username ?? owner?.username ?? '';
}

/** @throws Refusal 400 for an incomplete request, 401 for wrong credentials */
function authenticate({ state }: Platform, given: Record<string, string>): User {
	const { grant_type, username, password, assertion } = given;
	const users = [...state.users.values()];
	if (grant_type === JWT_BEARER) {
		if (!assertion) throw new Refusal(400, 'assertion is required');
		const user = users.find((candidate) => candidate.assertion === assertion);
		if (!user) throw new Refusal(401, 'The assertion is not valid.');
		return user;
	}
	if (grant_type !== 'password') {
		throw new Refusal(400, `grant_type must be one of password, ${JWT_BEARER}`);
	}
	if (!username) throw new Refusal(400, 'username is required');
	if (!password) throw new Refusal(400, 'password is required');
	const name = username.toLowerCase();
	const user = users.find((candidate) => candidate.username.toLowerCase() === name);
	if (user?.password !== password) throw new Refusal(401, 'Wrong user name or password.');
	return user;
}
