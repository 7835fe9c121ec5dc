import { eventually } from './eventually';
import { PolledWorkflow, pollings } from './polled';
import { see } from './setup';
import { SimulatedVendors } from './simulatedVendors';

// A polling trigger of each vendor, all at once, by n8n's own schedule: a look every other second.
// What happens at restarts is in ownN8n.e2e.ts.

let vendors: SimulatedVendors;
let workflows: PolledWorkflow[] = [];
beforeAll(async () => {
	vendors = await SimulatedVendors.start();
	workflows = await Promise.all(
		pollings.map(async (polling) => await PolledWorkflow.activate(vendors, polling)),
	);
});
afterAll(async () => {
	for (const workflow of workflows) await workflow.deactivate();
	await vendors?.close();
});

const each = async (act: (workflow: PolledWorkflow) => Promise<unknown>) =>
	await Promise.all(workflows.map(act));

it('what is new at the vendor starts an execution, once over several looks', async () => {
	await each(async (workflow) => {
		await workflow.appear();
		await workflow.findsAll();
		await workflow.appear();
		await workflow.appear();
		await workflow.findsAll();
		await workflow.findsNothingMore();
		expect(await workflow.failures()).toEqual([]);
	});
});

it('a look that fails shows as a failed execution, and the next one finds what it missed', async () => {
	for (const { vendor, list: path } of pollings) {
		await vendors.control.fault({ kind: 'status', status: 503, times: 'always', vendor, path });
	}
	await each(async (workflow) => {
		await eventually(async () => expect(await workflow.failures()).not.toEqual([]));
		await workflow.appear();
		await workflow.looks(2);
	});
	await vendors.control.clearFaults();
	await each(async (workflow) => {
		await workflow.findsAll();
		await workflow.findsNothingMore();
		const messages = new Set(await workflow.failures());
		expect([...messages]).toEqual([expect.stringMatching(/failed to process the request/)]);
	});
});

it('a workflow that was deactivated looks no more', async () => {
	const [first, ...others] = workflows;
	for (const workflow of others) await workflow.deactivate();
	const answered = async () =>
		await Promise.all(others.map(async (workflow) => await workflow.answered()));
	// What was asked at that moment is answered still.
	await first?.looks(1);
	const before = await answered();
	await first?.looks(3);
	expect(await answered()).toEqual(before);
	for (const { name } of pollings) see('trigger', name);
});
