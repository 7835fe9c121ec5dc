import type { FastifyRequest } from 'fastify';
import type { Platform } from '../platform';

/** The one registered application (seed 004, section 12.1), with fixed values. */
export interface OAuthClient {
	clientId: string;
	clientSecret: string;
	/** As the vendor shows it on the authorization page. */
	serviceName: string;
}

/** Where n8n's own OAuth2 callback is on a developer's machine. */
export const DEFAULT_CALLBACK = 'http://localhost:5678/rest/oauth2-credential/callback';

/** Section 12.4. */
export const SCOPES = ['read', 'write'];

export function registeredClient({ brand }: Platform): OAuthClient {
	return {
		clientId: `${brand.name}-sandbox-client`,
		clientSecret: `${brand.name}-sandbox-secret`,
		serviceName: 'Workflow Automation',
	};
}

/** Credentials a client sends in the form or in a Basic header (RFC 6749, section 2.3.1). */
export function sentCredentials(
	request: FastifyRequest,
	form: Record<string, string>,
): { clientId?: string; clientSecret?: string } {
	const [, encoded] = /^Basic (\S+)$/.exec(request.headers.authorization ?? '') ?? [];
	if (encoded === undefined) {
		return { clientId: form['client_id'], clientSecret: form['client_secret'] };
	}
	const [clientId = '', clientSecret = ''] = Buffer.from(encoded, 'base64')
		.toString()
		.split(':', 2)
		.map(decodeURIComponent);
	return { clientId, clientSecret };
}
