import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	INode,
	INodeExecutionData,
	INodeParameters,
	NodeExecutionHint,
} from 'n8n-workflow';
import type { Engine } from './engine';
import { packageName } from './nodeTypes';
import { shownError, type NodeError, type RunResult, type ShownError } from './result';
import type { WorkflowJson } from './run';

export interface NodeRun {
	/** The node's name, such as `flexperto`. */
	node: string;
	parameters?: INodeParameters;
	/** What the node receives; plain objects are taken as the items' JSON. Default: one empty item. */
	items?: Array<IDataObject | INodeExecutionData>;
	/** Values for this run by credential type; by default the engine's own. */
	credentials?: Record<string, ICredentialDataDecryptedObject>;
	continueOnFail?: boolean;
	onError?: INode['onError'];
	typeVersion?: number;
	/** Runs the node as the tool of an AI agent that calls it once for each item. */
	asTool?: boolean;
	/** Stops the execution, as the editor's "Stop" does. */
	signal?: AbortSignal;
}

export interface NodeRunResult extends Omit<RunResult, 'hints'> {
	/** The node's items by output; with `continueErrorOutput` the last output is the error output. */
	output: INodeExecutionData[][];
	/** The items of the first output. */
	items: INodeExecutionData[];
	/** The `json` of the items of the first output. */
	json: IDataObject[];
	hints: NodeExecutionHint[];
	/** With `asTool`: what the agent got for each call. */
	toolResults?: Array<{ items?: IDataObject[]; error?: ShownError }>;
}

const nodeName = 'Node under test';
const toItem = (item: IDataObject | INodeExecutionData): INodeExecutionData =>
	typeof item.json === 'object' ? (item as INodeExecutionData) : { json: item as IDataObject };

/** Runs one action node behind a Manual Trigger that hands it the given items. */
export async function runNode(engine: Engine, run: NodeRun): Promise<NodeRunResult> {
	const type = `${packageName}.${run.node}${run.asTool ? 'Tool' : ''}`;
	const nodeType = engine.types.getByNameAndVersion(type, run.typeVersion);
	const { version } = nodeType.description;
	const newest = Array.isArray(version) ? Math.max(...version) : version;
	const credentials = engine.credentialsFor(nodeType);
	for (const [name, own] of Object.entries(run.credentials ?? {})) {
		const id = `${name} ${engine.nextExecutionId()}`;
		engine.credentials[id] = own;
		credentials[name] = { id, name: id };
	}
	const node: INode = {
		id: 'node',
		name: nodeName,
		type,
		typeVersion: run.typeVersion ?? newest,
		position: [200, 0],
		parameters: structuredClone(run.parameters ?? {}),
		credentials,
		...(run.continueOnFail && { continueOnFail: true }),
		...(run.onError && { onError: run.onError }),
	};
	const result = await engine.run(workflowOf(node, run.asTool), {
		items: (run.items ?? [{}]).map(toItem),
		signal: run.signal,
	});
	const output = result.outputs[nodeName] ?? [];
	const items = output[0] ?? [];
	return {
		...result,
		hints: result.hints[nodeName] ?? [],
		output,
		items,
		json: items.map(({ json }) => json),
		...(run.asTool && {
			toolResults: (result.data.resultData.runData[nodeName] ?? []).map(({ data, error }) => ({
				items: data?.ai_tool?.[0]?.map(({ json }) => json),
				error: error && shownError(error as NodeError),
			})),
		}),
	};
}

function workflowOf(node: INode, asTool = false): WorkflowJson {
	const start: INode = {
		id: 'start',
		name: 'Start',
		type: 'n8n-nodes-base.manualTrigger',
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
	};
	if (!asTool) {
		return {
			nodes: [start, node],
			connections: { Start: { main: [[{ node: node.name, type: 'main', index: 0 }]] } },
		};
	}
	const agent: INode = {
		...start,
		id: 'agent',
		name: 'Agent',
		type: 'n8n-nodes-base.toolCaller',
		parameters: { tool: node.name },
	};
	return {
		nodes: [start, agent, node],
		connections: {
			Start: { main: [[{ node: 'Agent', type: 'main', index: 0 }]] },
			[node.name]: { ai_tool: [[{ node: 'Agent', type: 'ai_tool', index: 0 }]] },
		},
	};
}
