import type { Sandbox } from '../sandbox/server';

/** What proves a delivery to be genuine. */
export const SECRET = 'a-long-random-text-of-our-own';

/**
 * What a user enters in a credential of each type to work with the simulated vendors: an agent at Apizee,
 * whose limit on requests is left to the sandbox, and elsewhere an administrator who may do everything.
 */
export function accountsOf({ apizee, flexperto, iotum, vivoMeetings }: Sandbox) {
	const { tenant, baseUrl, apiKey } = flexperto;
	const { email, password } = vivoMeetings.resellerAdmin;
	return {
		apizeeApi: {
			baseUrl: apizee.baseUrl,
			authentication: 'password',
			username: apizee.agent.username,
			password: apizee.agent.password,
			requestsPerMinute: 100_000,
			webhookHeaderName: 'X-Webhook-Secret',
			webhookSecret: SECRET,
		},
		flexpertoApi: { environment: 'custom', tenant, baseUrl, apiKey },
		iotumApi: {
			baseUrl: iotum.baseUrl,
			apiToken: iotum.resellerAdmin.apiToken,
			signingToken: iotum.signingToken ?? '',
		},
		vivoMeetingsApi: { baseUrl: vivoMeetings.baseUrl, email, password, webhookSecret: SECRET },
	};
}
