import type { Setup } from './setup';

const SEEN = {
	400: ['did not accept the request', 'Check the inputs of this item'],
	403: [
		'allows this only to company admins, within their own company, and to reseller admins',
		'Check the IDs of this item, or use the credential of an admin above them',
	],
	404: ['does not know what was asked for', 'Check the IDs of this item'],
	409: ['reports a conflict', 'Look at the current state before trying again'],
	422: ['did not accept the request', 'Check the inputs of this item'],
};

/** What the user sees of a request that Iotum answers with a status and its own words. */
export function failure(
	{ access }: Setup,
	status: keyof typeof SEEN,
	path: string,
	words: string,
): { message: string; description: string } {
	const [message, next] = SEEN[status];
	return {
		message: `Iotum ${message}: ${words}`,
		description: `${next}. POST ${access.baseUrl}/enterprise_api/${path}: HTTP ${status}.`,
	};
}
