import { ApizeeApi } from '../../credentials/ApizeeApi.credentials';
import { Apizee } from '../../nodes/Apizee/Apizee.node';
import { ApizeePollingTrigger } from '../../nodes/Apizee/trigger/ApizeePollingTrigger.node';
import { ApizeeTrigger } from '../../nodes/Apizee/trigger/ApizeeTrigger.node';
import type { EngineOptions } from '../harness/engine';
import { oneForAll, start } from '../setup';

/** The sandbox as Apizee, n8n's engine with its nodes, and a credential that works. */
export async function startApizee(options?: EngineOptions) {
	const setup = await start({
		node: 'apizee',
		nodeTypes: [Apizee, ApizeeTrigger, ApizeePollingTrigger],
		credentialTypes: [ApizeeApi],
		credentials: ({ apizee: { baseUrl, agent } }) => ({
			apizeeApi: {
				baseUrl,
				authentication: 'password',
				username: agent.username,
				password: agent.password,
				// So many that no test has to wait, but for those of the quota.
				requestsPerMinute: 100_000,
				webhookHeaderName: 'X-Webhook-Secret',
				webhookSecret: 'apizee-own-long-random-text',
			},
		}),
		options,
	});
	return { ...setup, access: setup.sandbox.apizee, vendor: setup.control.apizee };
}

export type ApizeeSetup = Awaited<ReturnType<typeof startApizee>>;

/** One setup for a test file, without the vendor's quota; the sandbox is emptied before each test. */
export function useApizee(options?: EngineOptions): () => ApizeeSetup {
	const setup = oneForAll(async () => await startApizee(options));
	beforeEach(async () => await setup().vendor.setQuota({ enabled: false }));
	return setup;
}
