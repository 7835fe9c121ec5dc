import type { ICredentialDataDecryptedObject, INodeParameters } from 'n8n-workflow';

import { FlexpertoApi } from '../../credentials/FlexpertoApi.credentials';
import { Flexperto } from '../../nodes/Flexperto/Flexperto.node';
import { FlexpertoPollingTrigger } from '../../nodes/Flexperto/trigger/FlexpertoPollingTrigger.node';
import { FlexpertoTrigger } from '../../nodes/Flexperto/trigger/FlexpertoTrigger.node';
import { startSandbox } from '../../sandbox/server';
import { createEngine, type EngineOptions } from '../harness/engine';
import type { NodeRun } from '../harness/runNode';

// The machine may be busy when the engine starts, and some tests move tens of megabytes.
jest.setTimeout(30_000);

/** A run of the Flexperto node: `resource.operation`, its inputs, and what else a run can have. */
interface FlexpertoRun extends Omit<NodeRun, 'node' | 'parameters'> {
	inputs?: INodeParameters;
}

/** The sandbox as vendor, n8n's engine with the Flexperto nodes, and a credential that works. */
export async function startFlexperto(options: EngineOptions = {}) {
	const sandbox = await startSandbox();
	const { baseUrl, tenant, apiKey } = sandbox.flexperto;
	const credential: ICredentialDataDecryptedObject = {
		environment: 'custom',
		tenant,
		baseUrl,
		apiKey,
	};
	const engine = await createEngine({
		nodeTypes: [Flexperto, FlexpertoTrigger, FlexpertoPollingTrigger],
		credentialTypes: [FlexpertoApi],
		credentials: { flexpertoApi: credential },
		...options,
	});
	return {
		sandbox,
		engine,
		credential,
		control: sandbox.control,
		vendor: sandbox.control.flexperto,
		/** Runs an operation, such as `user.create`. */
		async run(name: `${string}.${string}`, { inputs, ...run }: FlexpertoRun = {}) {
			const [resource = '', operation = ''] = name.split('.');
			const parameters = { resource, operation, ...inputs };
			return await engine.runNode({ node: 'flexperto', parameters, ...run });
		},
		async close() {
			await engine.close();
			await sandbox.close();
		},
	};
}

export type FlexpertoSetup = Awaited<ReturnType<typeof startFlexperto>>;

/** One setup for a test file; the sandbox is emptied before each of its tests. */
export function useFlexperto(options?: EngineOptions): () => FlexpertoSetup {
	let setup: FlexpertoSetup | undefined;
	const started = () => {
		if (!setup) throw new Error('The sandbox is not running.');
		return setup;
	};
	beforeAll(async () => {
		setup = await startFlexperto(options);
	});
	beforeEach(async () => await started().control.reset());
	afterAll(async () => await setup?.close());
	return started;
}
