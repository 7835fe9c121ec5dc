import type { INode, INodeExecutionData } from 'n8n-workflow';
import type { VendorAccess } from '../process';
import { n8n } from './n8n';

interface Addition {
	vendors: VendorAccess;
	/** One contact for each, by this name. */
	names: string[];
	/** How many requests may be under way. */
	concurrentRequests: number;
}

/** Adds a contact to a host of Iotum for each item. Throws when an item was not done, or is out of order. */
export async function addContacts({ vendors, names, concurrentRequests }: Addition): Promise<void> {
	const engine = await n8n(vendors);
	const node: INode = {
		id: 'node',
		name: 'Add',
		type: 'n8n-nodes-conferencing.iotum',
		typeVersion: 1,
		position: [0, 0],
		parameters: {
			resource: 'contact',
			operation: 'create',
			ownerType: 'host',
			hostId: String(vendors.iotum.fixtures.hostId),
			contacts: { values: [{ name: '={{ $json.name }}', email: 'a@example.org' }] },
			// Without repetitions: only a session that is opened again may send an item again.
			options: { maxRetries: 0, batching: { values: { concurrentRequests, pause: 0 } } },
		},
		credentials: { iotumApi: { id: 'iotumApi', name: 'iotumApi' } },
	};
	const items: INodeExecutionData[] = names.map((name) => ({ json: { name } }));
	const { outputs, error } = await engine.run(
		{ nodes: [node], connections: {} },
		{ mode: 'trigger', startNode: 'Add', items },
	);
	const added = (outputs.Add?.[0] ?? []).map(({ json }) => json.name);
	if (added.length === names.length && names.every((name, item) => added[item] === name)) return;
	throw new Error(`Added ${added.length} of ${names.length}: ${error?.message}`);
}
