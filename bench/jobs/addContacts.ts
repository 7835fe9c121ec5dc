import type { VendorAccess } from '../process';
import { n8n, runStep, type Step } from './n8n';

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
	const step: Step = {
		type: 'n8n-nodes-conferencing.iotum',
		typeVersion: 1,
		parameters: {
			resource: 'contact',
			operation: 'create',
			ownerType: 'host',
			hostId: String(vendors.iotum.fixtures.hostId),
			contacts: { values: [{ name: '={{ $json.name }}', email: 'a@example.org' }] },
			// Without repetitions: only a session that is opened again may send an item again.
			options: { maxRetries: 0, batching: { values: { concurrentRequests, pause: 0 } } },
		},
	};
	const items = names.map((name) => ({ json: { name } }));
	const { output, error } = await runStep(engine, step, items);
	const added = output.map(({ json }) => json.name);
	if (added.length === names.length && names.every((name, item) => added[item] === name)) return;
	throw new Error(`Added ${added.length} of ${names.length}: ${error?.message}`);
}
