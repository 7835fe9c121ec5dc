import { received, type Received } from '../Iotum/requests';
import type { Setup } from '../Iotum/setup';

/** A request with a JSON body to an endpoint below `/enterprise_api/`, as the vendor gets it. */
export const call = (path: string, body: object = {}, method = 'POST'): Received => ({
	request: `${method} ${path}`,
	body,
});

/** Runs an operation; gives what the vendor got as well, sign-ins apart. */
export async function runWithCalls(setup: Setup, ...run: Parameters<Setup['run']>) {
	await setup.control.clearRequests();
	const result = await setup.run(...run);
	return { ...result, calls: received(await setup.control.requests()) };
}
