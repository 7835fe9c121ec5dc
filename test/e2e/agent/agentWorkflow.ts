import type { INode, INodeParameters } from 'n8n-workflow';
import { packageName } from '../../harness/nodeTypes';
import type { WorkflowJson } from '../../harness/run';

/** The name of the tool's node, of which n8n makes the tool's name. */
export const TOOL = 'Video consultation';

/**
 * Two versions of n8n's agent: the former streams what the model says and calls its tools itself, as
 * agents up to 2.2 do; the latter has n8n execute them as nodes of the workflow.
 */
export const AGENTS = [1.9, 3];

/** A tool of an agent: a node of the package and an operation of it. */
export interface AgentTool {
	/** The name of the node that n8n has made the tool of. */
	node: string;
	/** `resource.operation` */
	operation: string;
	inputs?: INodeParameters;
	onError?: INode['onError'];
}

/** Leaves an input to the model, as the button beside the input does. */
export const fromModel = (key: string, type: 'string' | 'number', description = '') =>
	`={{ /*n8n-auto-generated-fromAI-override*/ $fromAI('${key}', \`${description}\`, '${type}') }}`;

/**
 * A workflow in which n8n's AI Agent may use one tool.
 *
 * @param version of the agent, one of `AGENTS`
 */
export function agentWorkflow(tool: AgentTool, version: number): WorkflowJson {
	const { node, operation: name, inputs, onError } = tool;
	const [resource = '', operation = ''] = name.split('.');
	const nodes: INode[] = [
		nodeOf('Start', 'n8n-nodes-base.manualTrigger', 1),
		nodeOf('Agent', '@n8n/n8n-nodes-langchain.agent', version, {
			promptType: 'define',
			text: 'Please help the customer.',
		}),
		{
			...nodeOf('Model', '@n8n/n8n-nodes-langchain.lmChatOpenAi', 1.2, {
				model: { __rl: true, mode: 'id', value: 'a-model-of-our-own' },
			}),
			credentials: credential('openAiApi'),
		},
		{
			...nodeOf(TOOL, `${packageName}.${node}Tool`, 1, { resource, operation, ...inputs }),
			credentials: credential(`${node}Api`),
			...(onError && { onError }),
		},
	];
	const toAgent = (type: 'main' | 'ai_languageModel' | 'ai_tool') => ({
		[type]: [[{ node: 'Agent', type, index: 0 }]],
	});
	return {
		name: `${node} ${name} for agent ${version}`,
		nodes,
		connections: {
			Start: toAgent('main'),
			Model: toAgent('ai_languageModel'),
			[TOOL]: toAgent('ai_tool'),
		},
	};
}

const credential = (type: string) => ({ [type]: { id: type, name: type } });

const nodeOf = (
	name: string,
	type: string,
	typeVersion: number,
	parameters: INodeParameters = {},
): INode => ({ id: name, name, type, typeVersion, position: [0, 0], parameters });
