import type { LoggedRequest } from '../../sandbox/requestLog';

const ROOT = '/api/';

/**
 * What operations ask, in their order: method, path below the API's root (in full on other hosts),
 * query as sent, and a body where there is one, which this vendor's API never has. Without sign-ins
 * and what was asked with an old token.
 */
export const received = (requests: LoggedRequest[]): string[] =>
	requests
		.filter(({ path, status }) => !isSignIn(path) && status !== 401)
		.map(({ method, host, path, rawQuery, body }) => {
			const at = host === 'api' ? path.replace(ROOT, '') : host + path;
			const query = rawQuery === '' ? '' : `?${rawQuery}`;
			const content = body === undefined ? '' : ` ${JSON.stringify(body)}`;
			return `${method} ${at}${query}${content}`;
		});

const isSignIn = (path: string) => path.endsWith('/token');

/** How often the vendor was asked for a token. */
export const signIns = (requests: LoggedRequest[]): number =>
	requests.filter(({ path }) => isSignIn(path)).length;

/** What stood in the Authorization headers of all but sign-ins, each once. */
export const authorizations = (requests: LoggedRequest[]): string[] => [
	...new Set(
		requests
			.filter(({ path, status }) => !isSignIn(path) && status !== 401)
			.map(({ headers }) => String(headers.authorization)),
	),
];

const SEEN = {
	400: ['did not accept the request', 'Check the inputs of this item'],
	403: ['does not allow this', 'Use a credential of a user with more rights'],
	404: [
		'does not know what was asked for',
		'Check the IDs of this item, and that the base URL in the credential has the path of the API',
	],
	422: ['did not accept the request', 'Check the inputs of this item'],
	500: ['failed to process the request', 'Try again later'],
};

/** What the user sees of a request (such as `GET tickets/1`) that fails, with the vendor's words. */
export function failure(
	baseUrl: string,
	status: keyof typeof SEEN,
	request: string,
	words = '',
): { message: string; description: string } {
	const [message, next] = SEEN[status];
	const [method, path] = request.split(' ');
	return {
		message: `Apizee ${message}${words === '' ? '' : `: ${words}`}`,
		description: `${next}. ${method} ${baseUrl}/${path}: HTTP ${status}.`,
	};
}
