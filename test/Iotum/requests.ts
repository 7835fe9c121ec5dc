import { isRecord } from '../../nodes/kit/record';
import type { LoggedRequest } from '../../sandbox/requestLog';

/** A request of an operation as the vendor got it. */
export interface Received {
	/** Method, host where it is not the API's, and path; below the API's root without that. */
	request: string;
	/** The JSON body without the session's token. */
	body?: unknown;
}

const ROOT = '/enterprise_api/';

/** What operations ask, in their order: without sign-ins and what was asked with an old session. */
export function received(requests: LoggedRequest[]): Received[] {
	return requests
		.filter(({ path, status }) => path !== `${ROOT}authenticate` && status !== 401)
		.map(({ method, host, path, rawQuery, body }) => ({
			request: `${method} ${host === 'api' ? path.replace(ROOT, '') : host + path}${
				rawQuery === '' ? '' : `?${rawQuery}`
			}`,
			...(body !== undefined && { body: withoutToken(body) }),
		}));
}

function withoutToken(body: unknown): unknown {
	if (!isRecord(body)) return body;
	return Object.fromEntries(Object.entries(body).filter(([name]) => name !== 'auth_token'));
}

/** The same for the usual request, a POST with a JSON body. */
export const posted = (path: string, body: object): Received => ({ request: `POST ${path}`, body });

/** How often the vendor was asked to open a session. */
export const signIns = (requests: LoggedRequest[]): number =>
	requests.filter(({ path }) => path === `${ROOT}authenticate`).length;

/** The tokens of the sessions in which the requests were made, each once. */
export const sessionTokens = (requests: LoggedRequest[]): string[] => [
	...new Set(
		requests.flatMap(({ body }) =>
			isRecord(body) && typeof body.auth_token === 'string' ? [body.auth_token] : [],
		),
	),
];

/** The end of an error's description: what was asked, and the status of the answer. */
export const asked = (baseUrl: string, path: string, status: number, method = 'POST'): string =>
	`${method} ${baseUrl}${ROOT}${path}: HTTP ${status}.`;
