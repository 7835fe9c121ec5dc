import type { IHttpRequestOptions } from 'n8n-workflow';
import { UserError } from 'n8n-workflow';

import { refusal } from './error';

/** Whether a credential may travel to this address: https, or this machine. */
export function isConfidential(url: URL): boolean {
	const loopback = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
	return url.protocol === 'https:' || (url.protocol === 'http:' && loopback);
}

/**
 * The origin a user entered as base URL, without a trailing slash. Refuses what would send the
 * credential elsewhere or unprotected: no https, a user name in it, a path, query or fragment.
 */
export function origin(label: string, entry: unknown): string {
	const example = 'Enter an origin such as https://acme.example.com in the credential';
	const url = address(label, entry, example);
	if (url.pathname === '/' && url.search === '' && url.hash === '') return url.origin;
	throw refusal(label, 'contains more than protocol, host and port', example);
}

/** As `origin`, with the path of the API, without a trailing slash. */
export function apiAddress(label: string, entry: unknown, example: string): string {
	const next = `Enter an address such as ${example} in the credential`;
	const url = address(label, entry, next);
	if (url.search !== '' || url.hash !== '') {
		throw refusal(label, 'contains more than protocol, host, port and path', next);
	}
	return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
}

/** An address that a credential may travel to. Throws a refusal with the next step. */
function address(label: string, entry: unknown, next: string): URL {
	if (typeof entry !== 'string' || !URL.canParse(entry)) {
		throw refusal(label, 'is not a web address', next);
	}
	const url = new URL(entry);
	if (url.username !== '' || url.password !== '') {
		throw refusal(label, 'contains a user name or password', next);
	}
	if (!isConfidential(url)) throw refusal(label, 'does not start with https://', next);
	return url;
}

/** An address entered by the user that may be opened. Throws a refusal when it is none. */
export function safeAddress(label: string, entry: string, nextStep: string): URL {
	if (URL.canParse(entry) && isConfidential(new URL(entry))) return new URL(entry);
	throw refusal(label, 'is not an address with https://', nextStep);
}

/** Refuses to sign a request that does not go to the vendor's own address. */
export function assertSameOrigin(baseUrl: string, request: IHttpRequestOptions): void {
	const own = new URL(baseUrl).origin;
	if (new URL(request.url, request.baseURL ?? baseUrl).origin === own) return;
	throw new UserError('The credential is not sent to another address than its own', {
		description: `It belongs to ${own}.`,
	});
}
