import type { INodeParameters } from 'n8n-workflow';
import type { Engine } from '../../harness/engine';
import { workflowId } from '../../harness/run';
import { TRIGGER, triggerWorkflow } from '../../triggerWorkflow';

/** Publishes a workflow of its own that starts with a trigger. */
export async function publish(
	engine: Engine,
	type: string,
	credential: { type: string; id?: string },
	parameters: INodeParameters = {},
) {
	const { type: credentialType, id = credentialType } = credential;
	const workflow = triggerWorkflow(type, [credentialType], parameters);
	for (const node of workflow.nodes) {
		if (node.name === TRIGGER) node.credentials = { [credentialType]: { id, name: id } };
	}
	const active = await engine.activate(workflow);
	return { active, url: active.urls[TRIGGER] ?? '', workflowId: workflowId(workflow) };
}
