import type {
	IDataObject,
	IExecuteResponsePromiseData,
	INodeExecutionData,
	IPinData,
	IRunExecutionData,
	IWorkflowBase,
	IWorkflowExecuteAdditionalData,
	Workflow,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import type { Engine } from './engine';
import { gather, type RunResult } from './result';
import { secretWatch } from './secrets';

/** A workflow as the editor exports it. */
export type WorkflowJson = Pick<IWorkflowBase, 'nodes' | 'connections'> &
	Partial<Pick<IWorkflowBase, 'id' | 'name' | 'settings' | 'pinData' | 'staticData'>>;

export interface RunOptions {
	/** Default `manual`, which is what the editor's "Execute workflow" does; it saves no static data. */
	mode?: WorkflowExecuteMode;
	/** Name of the node to start from; by default n8n chooses, a Manual Trigger first. */
	startNode?: string;
	/** What a trigger hands on, or what any other start node receives. */
	items?: INodeExecutionData[];
	pinData?: IPinData;
	/** Stops the execution, as the editor's "Stop" does. */
	signal?: AbortSignal;
}

export const workflowId = ({ id, name }: WorkflowJson): string => id || name || 'workflow';

/** The workflow as n8n loads it from its database for one purpose: nothing is shared with others. */
export function loadWorkflow(
	{ n8n, types, staticData }: Engine,
	json: WorkflowJson,
	options: { active?: boolean; staticData?: IDataObject } = {},
): Workflow {
	const { nodes, connections, settings } = structuredClone({
		nodes: json.nodes,
		connections: json.connections,
		settings: { executionOrder: 'v1' as const, ...json.settings },
	});
	const id = workflowId(json);
	return new n8n.workflow.Workflow({
		id,
		name: json.name ?? id,
		nodes,
		connections,
		settings,
		active: options.active ?? false,
		nodeTypes: types,
		staticData: options.staticData ?? staticData.load(id),
	});
}

/** Runs a workflow from one of its nodes and gathers what the editor would show afterwards. */
export async function runWorkflow(
	engine: Engine,
	json: WorkflowJson,
	options: RunOptions = {},
): Promise<RunResult> {
	const { n8n } = engine;
	const { mode = 'manual', items } = options;
	const workflow = loadWorkflow(engine, json);
	const startNode = options.startNode
		? workflow.getNode(options.startNode)
		: workflow.getStartNode();
	if (!startNode) {
		throw new Error(
			`The workflow "${workflow.name}" has no node ${options.startNode ? `"${options.startNode}"` : 'to start from'}; there are: ${Object.keys(workflow.nodes).join(', ')}`,
		);
	}
	const { description } = workflow.nodeTypes.getByNameAndVersion(
		startNode.type,
		startNode.typeVersion,
	);
	const isTrigger = n8n.workflow.NodeHelpers.isTriggerNode(description);
	const pinsStart = items && isTrigger && mode === 'manual';
	const pinData: IPinData | undefined =
		mode === 'manual'
			? { ...json.pinData, ...options.pinData, ...(pinsStart && { [startNode.name]: items }) }
			: undefined;
	const data = n8n.workflow.createRunExecutionData({
		executionData: {
			nodeExecutionStack: [
				{ node: startNode, data: { main: [items ?? [{ json: {} }]] }, source: null },
			],
		},
		resultData: { pinData },
	});
	return await execute(engine, json, workflow, mode, data, options);
}

interface ExecuteOptions extends Pick<RunOptions, 'signal'> {
	/** Takes what a "Respond to Webhook" node answers. */
	respond?: (response: IExecuteResponsePromiseData) => void;
}

/** Hands prepared execution data to n8n's engine. */
export async function execute(
	engine: Engine,
	json: WorkflowJson,
	workflow: Workflow,
	mode: WorkflowExecuteMode,
	data: IRunExecutionData,
	{ signal, respond }: ExecuteOptions = {},
): Promise<RunResult> {
	const { n8n, staticData } = engine;
	const executionId = engine.nextExecutionId();
	const firstLog = n8n.logs.length;
	const additionalData: IWorkflowExecuteAdditionalData = engine.additionalData({
		workflowId: workflow.id,
		executionId,
	});
	const hooks = new n8n.core.ExecutionLifecycleHooks(mode, executionId, {
		id: workflow.id,
		name: workflow.name ?? workflow.id,
		nodes: json.nodes,
		connections: json.connections,
		active: workflow.active,
		activeVersionId: null,
		isArchived: false,
		createdAt: new Date(),
		updatedAt: new Date(),
	});
	hooks.addHandler('workflowExecuteAfter', (_run, changed) => {
		if (mode !== 'manual' && changed) staticData.save(workflow.id, changed);
	});
	if (respond) hooks.addHandler('sendResponse', respond);
	additionalData.hooks = hooks;
	const execution = new n8n.core.WorkflowExecute(additionalData, mode, data);
	const running = execution.processRunExecutionData(workflow);
	signal?.addEventListener('abort', () => running.cancel(), { once: true });
	const run = await running;
	secretWatch()?.look('execution', run);
	return {
		executionId,
		status: run.status,
		...gather(run),
		logs: n8n.logs.slice(firstLog),
		data: run.data,
		staticData: staticData.load(workflow.id),
	};
}
