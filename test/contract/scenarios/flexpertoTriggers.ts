import { randomUUID } from 'node:crypto';
import type { INode, INodeParameters } from 'n8n-workflow';
import type { FlexpertoSetup } from '../../Flexperto/setup';

const triggerNode = (type: string, parameters: INodeParameters): INode => ({
	id: type,
	name: 'Trigger',
	type: `n8n-nodes-conferencing.${type}`,
	typeVersion: 1,
	position: [0, 0],
	parameters,
	webhookId: randomUUID(),
	credentials: { flexpertoApi: { id: 'flexpertoApi', name: 'flexpertoApi' } },
});

// An ID of its own: what a trigger remembers belongs to a workflow.
const workflow = (node: INode) => ({ id: randomUUID(), nodes: [node], connections: {} });

/** A life of each trigger: activated, and told or shown something. */
export const triggers: Record<string, (setup: FlexpertoSetup) => Promise<void>> = {
	async flexpertoTrigger({ engine, vendor }) {
		const active = await engine.activate(workflow(triggerNode('flexpertoTrigger', {})));
		await vendor.finishConference({ available: true });
		await active.executions();
		await active.deactivate();
	},
	async flexpertoPollingTrigger({ engine }) {
		for (const event of ['archiveAvailable', 'contractSessionCompleted', 'documentFailed']) {
			const node = triggerNode('flexpertoPollingTrigger', { event });
			await (await engine.activate(workflow(node))).deactivate();
		}
	},
};
