import type { FastifyInstance } from 'fastify';
import { boolean, id, list, object, url } from '../brands/fields';
import { Refusal } from '../errors';
import { FIXTURES } from '../fixtures';
import { grantTokens } from '../oauth/authorizations';
import { now, type Platform } from '../platform';
import { nextSecret } from '../state';
import type { Authorization, Host } from '../types';
import type { TokenRequest } from './accountsClient';

/** API tokens, sessions, OAuth2 authorizations and mails without the API. */
export function signInControls(app: FastifyInstance, platform: Platform): void {
	app.post<{ Body: { hostId: number } }>(
		'/api-tokens',
		{ schema: { body: object({ hostId: id }, ['hostId']) } },
		async ({ body }) => {
			const host = findHost(platform, body.hostId);
			const apiToken = nextSecret(platform.state, `${platform.brand.name} API token`);
			platform.state.apiTokens.set(apiToken, host.id);
			return { apiToken };
		},
	);
	app.delete<{ Params: { token: string } }>('/api-tokens/:token', async ({ params }, reply) => {
		if (!platform.state.apiTokens.delete(params.token)) throw new Refusal(404, 'No such token.');
		return reply.code(204).send();
	});

	app.get('/sign-ins', async () => ({ count: platform.state.signIns }));
	app.post('/sessions/expire', async (_request, reply) => {
		for (const session of platform.state.sessions.values()) session.expired = true;
		return reply.code(204).send();
	});
	app.delete('/sessions', async (_request, reply) => {
		platform.state.sessions.clear();
		return reply.code(204).send();
	});

	app.post<{ Body: TokenRequest }>(
		'/oauth/tokens',
		{ schema: { body: object({ hostId: id, expired: boolean }) } },
		async ({ body: { hostId = FIXTURES.resellerAdminId, expired = false } }) => {
			const host = findHost(platform, hostId);
			const authorization: Authorization = { hostId: host.id, expiresAt: 0, revoked: false };
			platform.state.authorizations.push(grantTokens(platform, authorization));
			if (expired) authorization.expiresAt = now(platform);
			const { accessToken, refreshToken } = authorization;
			return { accessToken, refreshToken };
		},
	);
	app.delete('/oauth/tokens', async (_request, reply) => {
		for (const authorization of platform.state.authorizations) authorization.revoked = true;
		return reply.code(204).send();
	});
	app.put<{ Body: { urls: string[] } }>(
		'/oauth/callbacks',
		{ schema: { body: object({ urls: list(url) }, ['urls']) } },
		async ({ body }, reply) => {
			platform.state.oauthCallbacks = body.urls;
			return reply.code(204).send();
		},
	);

	app.get('/mails', async () => platform.state.mails);
	app.delete('/mails', async (_request, reply) => {
		platform.state.mails = [];
		return reply.code(204).send();
	});
}

function findHost({ state }: Platform, hostId: number): Host {
	const host = state.hosts.get(hostId);
	if (!host) throw new Refusal(404, `No host ${hostId}.`);
	return host;
}
