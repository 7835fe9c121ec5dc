import { join, resolve } from 'node:path';
import type { INode, INodeExecutionData } from 'n8n-workflow';
import { createEngine, type Engine } from '../../test/harness/engine';
import type { RunResult } from '../../test/harness/result';
import type { VendorAccess } from '../process';
import { DeclarativeTwin, HelperTwin, SerialTwin } from '../twins';

const playground = resolve(__dirname, '../../playground');
const packages = join(playground, 'node_modules');

let engine: Promise<Engine> | undefined;

/** n8n's engine of this process, with n8n's own nodes, the built package and the twins. */
export async function n8n({ flexperto, iotum }: VendorAccess): Promise<Engine> {
	const { baseUrl, tenant, apiKey } = flexperto;
	engine ??= createEngine({
		resolveFrom: playground,
		packages: [join(packages, 'n8n-nodes-base'), join(packages, 'n8n-nodes-conferencing')],
		nodeTypes: [DeclarativeTwin, HelperTwin, SerialTwin],
		credentials: {
			flexpertoApi: { environment: 'custom', tenant, baseUrl, apiKey },
			httpHeaderAuth: { name: 'api-key', value: apiKey },
			iotumApi: { baseUrl: iotum.baseUrl, apiToken: iotum.resellerAdmin.apiToken },
		},
	});
	return await engine;
}

/** What a node is and does. */
export type Step = Pick<INode, 'type' | 'typeVersion' | 'parameters'>;

const NODE = 'Node';

/** Has one node do its work for the items, with the credentials of the engine; gives its first output. */
export async function runStep(
	engine: Engine,
	step: Step,
	items: INodeExecutionData[],
): Promise<Pick<RunResult, 'error'> & { output: INodeExecutionData[] }> {
	const names = Object.keys(engine.credentials);
	const credentials = Object.fromEntries(names.map((name) => [name, { id: name, name }]));
	const node: INode = { id: 'node', name: NODE, position: [0, 0], ...step, credentials };
	const { outputs, error } = await engine.run(
		{ nodes: [node], connections: {} },
		{ mode: 'trigger', startNode: NODE, items },
	);
	return { output: outputs[NODE]?.[0] ?? [], error };
}

/** Removes the engine's folder when the process ends. */
export async function teardown(): Promise<void> {
	await (await engine)?.close();
}
