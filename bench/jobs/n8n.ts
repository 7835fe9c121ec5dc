import { join, resolve } from 'node:path';
import { createEngine, type Engine } from '../../test/harness/engine';
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

/** Removes the engine's folder when the process ends. */
export async function teardown(): Promise<void> {
	await (await engine)?.close();
}
