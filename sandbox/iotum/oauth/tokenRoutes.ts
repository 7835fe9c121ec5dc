import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { acceptFormsOnly, type Form } from '../../forms';
import { now, type Platform } from '../platform';
import type { Authorization } from '../types';
import { ACCESS_TOKEN_SECONDS, grantTokens } from './authorizations';
import { registeredClient, SCOPES, sentCredentials } from './clients';

/**
 * Seed 004, sections 12.3, 12.6 and 12.7.2: access tokens by code and by refresh token, and their
 * revocation. Errors as in RFC 6749, section 5.2. Own choice: a refresh gives a new refresh token
 * too, and neither of the former tokens works any longer.
 */
export function tokenRoutes(app: FastifyInstance, platform: Platform): void {
	app.register(async (forms) => {
		acceptFormsOnly(forms);

		forms.post<{ Body: Form | undefined }>('/oauth/token', async (request, reply) => {
			const form = request.body ?? {};
			if (!knownClient(platform, request, form)) return unknownClient(reply);
			const find = grants[form['grant_type'] ?? ''];
			if (!find) return refuse(reply, 'unsupported_grant_type');
			const authorization = find(platform, form);
			if (!authorization) return refuse(reply, 'invalid_grant');
			const { accessToken, refreshToken } = grantTokens(platform, authorization);
			return reply.header('cache-control', 'no-store').send({
				access_token: accessToken,
				token_type: 'Bearer',
				expires_in: ACCESS_TOKEN_SECONDS,
				refresh_token: refreshToken,
				scope: SCOPES.join(' '),
				created_at: Math.floor(now(platform) / 1000),
			});
		});

		/** RFC 7009: a token that is unknown is revoked already. */
		forms.post<{ Body: Form | undefined }>('/oauth/revoke', async (request, reply) => {
			const form = request.body ?? {};
			if (!knownClient(platform, request, form)) return unknownClient(reply);
			const { token } = form;
			if (token === undefined) return refuse(reply, 'invalid_request');
			for (const authorization of platform.state.authorizations) {
				const { accessToken, refreshToken } = authorization;
				if (token === accessToken || token === refreshToken) authorization.revoked = true;
			}
			return {};
		});
	});
}

type Grant = (platform: Platform, form: Form) => Authorization | undefined;

const grants: Record<string, Grant | undefined> = {
	authorization_code: (platform, { code, redirect_uri }) =>
		platform.state.authorizations.find(
			(candidate) =>
				candidate.code !== undefined &&
				candidate.code === code &&
				candidate.redirectUri === redirect_uri &&
				candidate.expiresAt > now(platform),
		),
	refresh_token: (platform, { refresh_token }) =>
		platform.state.authorizations.find(
			(candidate) =>
				candidate.refreshToken !== undefined &&
				candidate.refreshToken === refresh_token &&
				!candidate.revoked,
		),
};

function knownClient(platform: Platform, request: FastifyRequest, form: Form): boolean {
	const sent = sentCredentials(request, form);
	const { clientId, clientSecret } = registeredClient(platform);
	return sent.clientId === clientId && sent.clientSecret === clientSecret;
}

function unknownClient(reply: FastifyReply): FastifyReply {
	return reply.code(401).send({
		error: 'invalid_client',
		error_description: 'The client_id or the client_secret is wrong',
	});
}

function refuse(reply: FastifyReply, error: string): FastifyReply {
	return reply.code(400).send({ error });
}
