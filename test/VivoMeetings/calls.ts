import { isRecord } from '../../nodes/kit/record';
import type { LoggedRequest } from '../../sandbox/requestLog';
import type { Setup } from '../Iotum/setup';

/** A request as the vendor got it; the body is its JSON without the token of the session. */
export interface Call {
	/** Method, path and query as sent. */
	request: string;
	body: Record<string, unknown>;
}

/** A request to an endpoint below `/enterprise_api/`. */
export const call = (path: string, body: Call['body'] = {}, method = 'POST'): Call => ({
	request: `${method} /enterprise_api/${path}`,
	body,
});

/** The requests in their order; one without a session's token, or with a second sign-in, says so. */
export function calls(requests: LoggedRequest[]): Call[] {
	return requests.map(({ method, path, rawQuery, headers, body }) => {
		const { auth_token: token, ...sent } = isRecord(body) ? body : {};
		const inSession = typeof token === 'string' && headers.authorization === undefined;
		const query = rawQuery === '' ? '' : `?${rawQuery}`;
		const request = `${method} ${path}${query}${inSession ? '' : ' without a session'}`;
		return { request, body: sent };
	});
}

/** Opens the session of the credential, so that a log that is cleared now has no sign-in. */
export async function openSession({ run, control }: Setup): Promise<void> {
	const { error } = await run('company.getAll');
	if (error) throw new Error(error.message);
	await control.clearRequests();
}

/** Runs an operation in a session that is open already; gives what the vendor got as well. */
export async function runInSession(setup: Setup, ...run: Parameters<Setup['run']>) {
	await openSession(setup);
	const result = await setup.run(...run);
	return { ...result, calls: calls(await setup.control.requests()) };
}
