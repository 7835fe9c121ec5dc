import { randomUUID } from 'node:crypto';
import type { INodeParameters } from 'n8n-workflow';
import type { WorkflowJson } from '../../harness/run';

/** A workflow of its own with nothing but a trigger: what a trigger remembers belongs to a workflow. */
export const startingWith = (
	type: string,
	credential: string,
	parameters: INodeParameters = {},
): WorkflowJson => ({
	id: randomUUID(),
	nodes: [
		{
			id: type,
			name: 'Trigger',
			type: `n8n-nodes-conferencing.${type}`,
			typeVersion: 1,
			position: [0, 0],
			parameters,
			webhookId: randomUUID(),
			credentials: { [credential]: { id: credential, name: credential } },
		},
	],
	connections: {},
});
