import { randomUUID } from 'node:crypto';

import { isRecord } from '../../nodes/kit/record';
import type { LoggedRequest } from '../../sandbox/requestLog';
import type { Setup } from './setup';

/** Where sessions are opened. */
export const AUTHENTICATE = '/enterprise_api/authenticate';

/** A credential that no other test has used, so that the node knows no session of it. */
export function ownCredential({ credentials, access }: Setup) {
	const { apiToken } = access.resellerAdmin;
	return { iotumApi: { ...credentials.iotumApi, apiToken, signingToken: randomUUID() } };
}

/** The token that a request carries. */
export const tokenOf = ({ body }: LoggedRequest): unknown =>
	isRecord(body) ? body.auth_token : undefined;

/** What the vendor got, apart from sign-ins. */
export async function calls({ control }: Setup): Promise<LoggedRequest[]> {
	return (await control.requests()).filter(({ path }) => path !== AUTHENTICATE);
}

/** How often somebody tried to sign in. */
export const attempts = async ({ control }: Setup): Promise<number> =>
	(await control.requests({ path: AUTHENTICATE })).length;

/** So many items, numbered from 0. */
export const items = (count: number) =>
	Array.from({ length: count }, (_none, number) => ({ number }));

/** Options for so many items at the same time, without repetitions. */
export const atOnce = (concurrentRequests: number) => ({
	maxRetries: 0,
	batching: { values: { concurrentRequests } },
});
