import axios from 'axios';
import type { IDataObject, INode, INodeParameters } from 'n8n-workflow';

import type { Tick } from './harness/activeWorkflow';
import type { RunResult } from './harness/result';
import type { WorkflowJson } from './harness/run';

/** The name of the trigger in the workflows of these tests. */
export const TRIGGER = 'Trigger';

let workflows = 0;

/** A workflow of its own that starts with a trigger of this package and hands on to "Next". */
export function triggerWorkflow(
	type: string,
	credentialTypes: string[],
	parameters: INodeParameters = {},
): WorkflowJson {
	const number = ++workflows;
	const trigger: INode = {
		id: 'trigger',
		name: TRIGGER,
		type: `n8n-nodes-conferencing.${type}`,
		typeVersion: 1,
		position: [0, 0],
		parameters,
		webhookId: `hook-${number}`,
		credentials: Object.fromEntries(credentialTypes.map((id) => [id, { id, name: id }])),
	};
	const next: INode = {
		id: 'next',
		name: 'Next',
		type: 'n8n-nodes-base.noOp',
		typeVersion: 1,
		position: [208, 0],
		parameters: {},
	};
	return {
		id: `workflow-${number}`,
		nodes: [trigger, next],
		connections: { [TRIGGER]: { main: [[{ node: 'Next', type: 'main', index: 0 }]] } },
	};
}

/** The same workflow after the user has changed the inputs of its trigger. */
export function withInputs(workflow: WorkflowJson, parameters: INodeParameters): WorkflowJson {
	return {
		...workflow,
		nodes: workflow.nodes.map((node) => (node.name === TRIGGER ? { ...node, parameters } : node)),
	};
}

/** Sends a body to a URL of n8n as a vendor does; a text goes out as it is. */
export async function send(
	url: string,
	body: unknown,
	headers: Record<string, string | string[]> = {},
): Promise<{ status: number; data: unknown }> {
	// axios repairs text that is not JSON; bytes go out as they are.
	const sent = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
	const { status, data } = await axios.post<unknown>(url, sent, {
		headers: { 'content-type': 'application/json', ...headers },
		validateStatus: null,
		proxy: false,
	});
	return { status, data };
}

/** What each started execution handed to the node after the trigger; one item each. */
export const started = (executions: RunResult[]): Array<IDataObject | undefined> =>
	executions.map(({ outputs }) => outputs.Next?.[0]?.[0]?.json);

/** What a look of the one trigger handed over; null means nothing new. Throws what the look threw. */
export function found([tick]: Tick[]): IDataObject[] | null {
	if (tick?.error) throw tick.error;
	return tick?.emitted?.[0]?.map(({ json }) => json) ?? null;
}

/** One entry of each record that a look handed over; null means nothing new. */
export const foundOf = (key: string, ticks: Tick[]): unknown[] | null =>
	found(ticks)?.map(({ [key]: value }) => value) ?? null;
