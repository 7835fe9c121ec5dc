import { FlexpertoApi } from '../../credentials/FlexpertoApi.credentials';
import { Flexperto } from '../../nodes/Flexperto/Flexperto.node';
import { FlexpertoPollingTrigger } from '../../nodes/Flexperto/trigger/FlexpertoPollingTrigger.node';
import { FlexpertoTrigger } from '../../nodes/Flexperto/trigger/FlexpertoTrigger.node';
import type { EngineOptions } from '../harness/engine';
import { oneForAll, start } from '../setup';

/** The sandbox as Flexperto, n8n's engine with its nodes, and a credential that works. */
export async function startFlexperto(options?: EngineOptions) {
	const flexperto = {
		node: 'flexperto',
		nodeTypes: [Flexperto, FlexpertoTrigger, FlexpertoPollingTrigger],
		credentialTypes: [FlexpertoApi],
	};
	const setup = await start({
		...flexperto,
		credentials({ flexperto: { baseUrl, tenant, apiKey } }) {
			return { flexpertoApi: { environment: 'custom', tenant, baseUrl, apiKey } };
		},
		options,
	});
	const { flexpertoApi: credential } = setup.credentials;
	return { ...setup, credential, vendor: setup.control.flexperto };
}

export type FlexpertoSetup = Awaited<ReturnType<typeof startFlexperto>>;

export const useFlexperto = (options?: EngineOptions) =>
	oneForAll(async () => await startFlexperto(options));
