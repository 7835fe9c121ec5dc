import type { IHttpRequestOptions } from 'n8n-workflow';
import { UserError } from 'n8n-workflow';

import { refusal } from './error';

/** Whether an address names a user, whom HTTP clients sign in with the password beside it. */
const hasUser = ({ username, password }: URL): boolean => username !== '' || password !== '';

/** Whether a link of the vendor's may be followed: confidential, and no sign-in of its own. */
export const isSafe = (link: string): boolean =>
	URL.canParse(link) && isConfidential(new URL(link)) && !hasUser(new URL(link));

/** Whether a credential may travel to this address: https, or this machine. */
function isConfidential(url: URL): boolean {
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

/**
 * What a URL drops or turns into something else, so that it would lead elsewhere than it seems to: signs
 * beyond ASCII, which may look like others, blanks within, a backslash, two slashes, a way up.
 */
const MISLEADING = /[^!-~]|\\|[^:/]\/\/+[^/]|\/\.{1,2}(?:\/|$)|%2e|%2f/i;

/** An address that a credential may travel to. Throws a refusal with the next step. */
function address(label: string, entry: unknown, next: string): URL {
	if (typeof entry !== 'string' || !URL.canParse(entry)) {
		throw refusal(label, 'is not a web address', next);
	}
	const url = new URL(entry);
	if (hasUser(url)) throw refusal(label, 'contains a user name or password', next);
	if (!isConfidential(url)) throw refusal(label, 'does not start with https://', next);
	if (MISLEADING.test(entry.trim())) {
		throw refusal(label, 'contains signs that an address should not have', next);
	}
	return url;
}

/** An address entered by the user that may be opened. Throws a refusal when it is none. */
export function safeAddress(label: string, entry: string, nextStep: string): URL {
	if (!URL.canParse(entry) || !isConfidential(new URL(entry))) {
		throw refusal(label, 'is not an address with https://', nextStep);
	}
	const url = new URL(entry);
	if (hasUser(url)) throw refusal(label, 'contains a user name or password', nextStep);
	return url;
}

/**
 * Refuses to sign a request that does not go to the vendor's own address. n8n's HTTP Request node
 * gives the address as `uri`.
 */
export function assertSameOrigin(baseUrl: string, request: IHttpRequestOptions): void {
	const own = new URL(baseUrl).origin;
	const target: unknown = 'uri' in request ? request.uri : request.url;
	const base = request.baseURL ?? baseUrl;
	const isKnown = typeof target === 'string' && URL.canParse(target, base);
	if (isKnown && new URL(target, base).origin === own) return;
	throw new UserError('The credential is not sent to another address than its own', {
		description: `It belongs to ${own}.`,
	});
}

/** How n8n's helpers are told to follow no redirect: the one of the nodes, and that of HTTP Request. */
const NO_REDIRECT = {
	disableFollowRedirect: true,
	followRedirect: false,
	followAllRedirects: false,
	maxRedirects: 0,
};

/** The request as one that ends with its answer, wherever that leads. */
export const withoutRedirects = (request: IHttpRequestOptions): IHttpRequestOptions => ({
	...request,
	...NO_REDIRECT,
});
