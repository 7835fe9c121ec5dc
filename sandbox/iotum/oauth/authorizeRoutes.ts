import type { FastifyInstance, FastifyReply } from 'fastify';
import { acceptFormsOnly, type Form } from '../../forms';
import { htmlPage } from '../../html';
import { now, type Platform } from '../platform';
import { nextSecret } from '../state';
import type { Authorization } from '../types';
import { ACCESS_TOKEN_SECONDS, grantTokens } from './authorizations';
import { authorizePage } from './authorizePage';
import { registeredClient, SCOPES } from './clients';

/** Own choice: a code can be exchanged for ten minutes. */
const CODE_SECONDS = 600;

const PARAMETERS = ['client_id', 'redirect_uri', 'response_type', 'scope', 'state'];

/** Seed 004, sections 12.4 to 12.6: the authorization page and where it leads back to. */
export function authorizeRoutes(app: FastifyInstance, platform: Platform): void {
	app.get<{ Querystring: Form }>('/oauth/authorize', async ({ query }, reply) => {
		const given = Object.fromEntries(
			PARAMETERS.flatMap((name) => (query[name] === undefined ? [] : [[name, query[name]]])),
		);
		if (!mayLeadBack(platform, given)) return rejected(reply);
		const wrong = wrongRequest(given);
		if (wrong) return leadBack(reply, given, { error: wrong });
		return reply.type('text/html; charset=utf-8').send(authorizePage(platform, given));
	});

	app.register(async (forms) => {
		acceptFormsOnly(forms);
		forms.post<{ Body: Form | undefined }>(
			'/oauth/authorize',
			async ({ body: form = {} }, reply) => {
				if (!mayLeadBack(platform, form)) return rejected(reply);
				const wrong = wrongRequest(form);
				if (wrong) return leadBack(reply, form, { error: wrong });
				const host = platform.state.hosts.get(Number(form['host_id']));
				if (form['decision'] !== 'authorize' || !host) {
					return leadBack(reply, form, { error: 'access_denied' });
				}
				return leadBack(reply, form, allow(platform, form, host.id));
			},
		);
	});
}

/** Section 12.1.2: the callback must be a registered one exactly, or there is no way back to it. */
function mayLeadBack(platform: Platform, { client_id, redirect_uri }: Form): boolean {
	return (
		client_id === registeredClient(platform).clientId &&
		platform.state.oauthCallbacks.includes(redirect_uri ?? '')
	);
}

function rejected(reply: FastifyReply): FastifyReply {
	const message = 'The client_id is unknown, or the redirect_uri is not one registered for it.';
	return reply
		.code(400)
		.type('text/html; charset=utf-8')
		.send(htmlPage('Authorization rejected', message));
}

function wrongRequest({ response_type, scope = '' }: Form): string | undefined {
	if (response_type !== 'code' && response_type !== 'token') return 'unsupported_response_type';
	// The document separates scopes by a comma, RFC 6749 by a space: both are understood.
	const scopes = scope.split(/[ ,]+/);
	const all = SCOPES.every((name) => scopes.includes(name)) && scopes.length === SCOPES.length;
	return all ? undefined : 'invalid_scope';
}

/** A code, or for the implicit grant (section 12.6.2) the access token without a refresh token. */
function allow(platform: Platform, form: Form, hostId: number): Form {
	const { state, brand } = platform;
	const authorization: Authorization = {
		hostId,
		redirectUri: form['redirect_uri'],
		expiresAt: now(platform) + CODE_SECONDS * 1000,
		revoked: false,
	};
	state.authorizations.push(authorization);
	if (form['response_type'] === 'code') {
		authorization.code = nextSecret(state, `${brand.name} code`);
		return { code: authorization.code };
	}
	const { accessToken = '' } = grantTokens(platform, authorization);
	authorization.refreshToken = undefined;
	return {
		access_token: accessToken,
		token_type: 'Bearer',
		expires_in: String(ACCESS_TOKEN_SECONDS),
	};
}

function leadBack(reply: FastifyReply, request: Form, outcome: Form): FastifyReply {
	const { redirect_uri = '', response_type, state } = request;
	const target = new URL(redirect_uri);
	const parameters = new URLSearchParams({ ...outcome, ...(state !== undefined && { state }) });
	if (response_type === 'token') target.hash = parameters.toString();
	else for (const [name, value] of parameters) target.searchParams.set(name, value);
	return reply.redirect(target.toString(), 302);
}
