import axios from 'axios';
import type { IDataObject, INode, INodeParameters } from 'n8n-workflow';
import type { Tick } from '../harness/activeWorkflow';
import type { WorkflowJson } from '../harness/run';

/** The name of the trigger in the workflows of these tests. */
export const TRIGGER = 'Trigger';

let workflows = 0;

/** A workflow of its own that starts with a trigger of this package and hands on to "Next". */
export function triggerWorkflow(
	type: 'flexpertoTrigger' | 'flexpertoPollingTrigger',
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
		credentials: { flexpertoApi: { id: 'flexpertoApi', name: 'Flexperto account' } },
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

/** Sends a body to a URL of n8n as Flexperto does; a text goes out as it is. */
export async function post(url: string, body: unknown, contentType = 'application/json') {
	// axios repairs text that is not JSON; bytes go out as they are.
	const sent = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
	const { status, data } = await axios.post<unknown>(url, sent, {
		headers: { 'content-type': contentType },
		validateStatus: null,
		proxy: false,
	});
	return { status, data };
}

/** What a look of the one trigger handed over; null means nothing new. Throws what the look threw. */
export function found([tick]: Tick[]): IDataObject[] | null {
	if (tick?.error) throw tick.error;
	return tick?.emitted?.[0]?.map(({ json }) => json) ?? null;
}

/** The same, the IDs alone. */
export const foundIds = (ticks: Tick[]) => found(ticks)?.map(({ id }) => id) ?? null;
