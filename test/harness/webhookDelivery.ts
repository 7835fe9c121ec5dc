import type {
	ExecutionError,
	IDataObject,
	IRunExecutionData,
	IWebhookData,
	IWebhookResponseData,
	Workflow,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import type { Engine } from './engine';
import type { RunResult } from './result';
import { execute, loadWorkflow, type WorkflowJson } from './run';
import { answerOfNode, send } from './webhookAnswer';
import { readBody, UnreadableBody } from './webhookBody';
import { descriptionField, nodeOf, type WebhookField } from './webhookRegistration';
import type { Delivery } from './webhookServer';

export interface Reception {
	json: WorkflowJson;
	webhook: IWebhookData;
	mode: 'webhook' | 'manual';
	/** Static data as loaded for this delivery; a test URL has its own. */
	staticData: IDataObject;
	testStaticData?: IDataObject;
}

/**
 * Answers one delivery the way n8n does and starts the workflow when the node hands over items. The
 * answer goes out once the workflow is started, unless the webhook leaves it to a node of the workflow.
 *
 * @returns the started execution, which may still be running; nothing when none was started
 */
export async function receive(
	engine: Engine,
	{ json, webhook, mode, staticData, testStaticData }: Reception,
	{ request, response }: Delivery,
): Promise<{ execution?: Promise<RunResult> }> {
	const active = mode === 'webhook';
	const workflow = loadWorkflow(engine, json, { active, staticData });
	if (testStaticData) workflow.setTestStaticData(testStaticData);
	const node = nodeOf(workflow, webhook);
	const answered = () => {
		if (active) engine.staticData.saveIfChanged(workflow);
	};
	try {
		await readBody(engine.n8n, request);
	} catch (error) {
		if (!(error instanceof UnreadableBody)) throw error;
		const { status, message, hint } = error;
		response.status(status).json({ code: status === 500 ? 0 : status, message, hint });
		return {};
	}

	let result: IWebhookResponseData;
	let failed: Partial<IRunExecutionData> = {};
	try {
		result = await callWebhook(engine, workflow, webhook, mode, { request, response });
	} catch (error) {
		const message = 'Workflow Webhook Error: Workflow could not be started!';
		response.status(500).json({ code: 0, message });
		failed = failedBeforeStart(node.name, error as ExecutionError);
		result = { noWebhookResponse: true, workflowData: [[{ json: {} }]] };
	}
	const field = (name: WebhookField, defaultValue: string | number) =>
		descriptionField(workflow, node.name, webhook.webhookDescription, name) ?? defaultValue;
	const responseMode = field('responseMode', 'onReceived');
	if (responseMode !== 'onReceived' && responseMode !== 'responseNode') {
		throw new Error(
			`${node.name}: this engine answers webhooks with responseMode "onReceived" or "responseNode" only`,
		);
	}
	const code = Number(field('responseCode', 200));
	const byNode =
		responseMode === 'responseNode' ? answerOfNode(response, code, answered) : undefined;
	if (result.noWebhookResponse) answered();
	const { workflowData } = result;
	if (workflowData === undefined) {
		if (!result.noWebhookResponse) {
			answered();
			send(response.status(code), result.webhookResponse ?? { message: 'Webhook call received' });
		}
		return {};
	}

	const data: IRunExecutionData = {
		...engine.n8n.workflow.createRunExecutionData({
			executionData: {
				nodeExecutionStack: [{ node, data: { main: workflowData }, source: null }],
			},
		}),
		...failed,
	};
	// n8n looks at the workflow once more before it starts it. This second object is made from the
	// same static data and clears its mark of being changed: what `webhook()` wrote is not stored.
	const prepared = loadWorkflow(engine, json, { active, staticData });
	await engine.n8n.core.establishExecutionContext(prepared, data, undefined, mode);
	const fresh = loadWorkflow(engine, json, { active });
	const execution = execute(engine, json, fresh, mode, data, { respond: byNode?.respond });
	if (byNode) {
		execution.then(byNode.ended, () => undefined);
	} else if (!result.noWebhookResponse) {
		answered();
		const responseData = field('responseData', 'firstEntryJson');
		const started = result.webhookResponse ?? { message: 'Workflow was started' };
		send(response.status(code), responseData === 'noData' ? undefined : responseData || started);
	}
	return { execution };
}

async function callWebhook(
	engine: Engine,
	workflow: Workflow,
	webhook: IWebhookData,
	mode: WorkflowExecuteMode,
	{ request, response }: Delivery,
): Promise<IWebhookResponseData> {
	const node = nodeOf(workflow, webhook);
	const nodeType = engine.types.getByNameAndVersion(node.type, node.typeVersion);
	if (!nodeType.webhook) throw new Error(`${node.type} has webhooks but no webhook()`);
	const additionalData = Object.assign(engine.additionalData({ workflowId: workflow.id }), {
		httpRequest: request,
		httpResponse: response,
	});
	const context = new engine.n8n.core.WebhookContext(
		workflow,
		node,
		additionalData,
		mode,
		webhook,
		[],
		null,
	);
	// Nodes of n8n's newer kind take the context as an argument.
	if (nodeType instanceof engine.n8n.workflow.Node) return await nodeType.webhook(context);
	return await nodeType.webhook.call(context);
}

function failedBeforeStart(
	lastNodeExecuted: string,
	error: ExecutionError,
): Partial<IRunExecutionData> {
	return { resultData: { runData: {}, lastNodeExecuted, error } };
}
