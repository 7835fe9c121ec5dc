import type { INodeParameters } from 'n8n-workflow';
import type { WorkflowJson } from '../harness/run';

/** The workflow after someone has changed inputs of one of its nodes. */
export function withInputs(
	workflow: WorkflowJson,
	name: string,
	inputs: INodeParameters,
): WorkflowJson {
	const nodes = workflow.nodes.map((node) =>
		node.name === name ? { ...node, parameters: { ...node.parameters, ...inputs } } : node,
	);
	return { ...workflow, nodes };
}

/** The workflow after someone has entered other values in its node "Settings". */
export function withSettings(workflow: WorkflowJson, values: Record<string, string>): WorkflowJson {
	const settings = workflow.nodes.find(({ name }) => name === 'Settings');
	const { assignments } = settings?.parameters.assignments as {
		assignments: Array<{ name: string; value: string }>;
	};
	const changed = assignments.map((one) => ({ ...one, value: values[one.name] ?? one.value }));
	return withInputs(workflow, 'Settings', { assignments: { assignments: changed } });
}
