import { randomUUID } from 'node:crypto';

import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import type { Fault } from '../../sandbox/faults';
import type { LoggedRequest } from '../../sandbox/requestLog';
import type { ApizeeSetup } from './setup';

/** Where tokens are given. */
export const TOKEN = '/api/token';

/** A credential that no other test has used, so that the node knows no token of it. */
export const ownCredential = (
	{ credentials }: ApizeeSetup,
	changes: ICredentialDataDecryptedObject = {},
) => ({ apizeeApi: { ...credentials.apizeeApi, webhookSecret: randomUUID(), ...changes } });

/** A credential that holds a token instead of user name and password. */
export const pastedToken = (setup: ApizeeSetup, accessToken: string) =>
	ownCredential(setup, { authentication: 'token', username: '', password: '', accessToken });

/** What the vendor got, apart from sign-ins. */
export async function calls({ control }: ApizeeSetup): Promise<LoggedRequest[]> {
	return (await control.requests()).filter(({ path }) => path !== TOKEN);
}

/** How often somebody tried to sign in. */
export const attempts = async ({ control }: ApizeeSetup): Promise<number> =>
	(await control.requests({ path: TOKEN })).length;

/** The tokens that requests carry, each once. */
export const tokensOf = (requests: LoggedRequest[]): string[] => [
	...new Set(requests.map(({ headers }) => String(headers.authorization).replace(/^Bearer /, ''))),
];

/** So many items, numbered from 0. */
export const items = (count: number) =>
	Array.from({ length: count }, (_none, number) => ({ number }));

/** Options for so many items at the same time, without repetitions. */
export const atOnce = (concurrentRequests: number) => ({
	maxRetries: 0,
	batching: { values: { concurrentRequests } },
});

/** A harmless operation and its input. */
export const LOOK = 'conference.get';
export const looking = (options = {}) => ({ conferenceId: 842341, options });

/** Looks at a conference, with a token that works, while the vendor fails. */
export async function lookWhile(setup: ApizeeSetup, fault: Fault | undefined, options = {}) {
	const { run, control } = setup;
	const credentials = ownCredential(setup);
	await run('session.getAll', { credentials });
	if (fault) await control.fault({ times: 'always', path: '/api/conferences*', ...fault });
	await control.clearRequests();
	return await run(LOOK, { inputs: looking({ maxRetries: 0, ...options }), credentials });
}

/** The end of an error's description after that. */
export const asked = ({ access }: ApizeeSetup, code: string) =>
	`GET ${access.baseUrl}/conferences/842341: ${code}.`;
