import type {
	IHttpRequestMethods,
	IWebhookData,
	IWebhookDescription,
	Workflow,
	WorkflowActivateMode,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import type { Engine } from './engine';

export type WebhookField =
	| 'path'
	| 'httpMethod'
	| 'isFullPath'
	| 'responseMode'
	| 'responseCode'
	| 'responseData';

/** The webhooks of a workflow's enabled nodes, with their paths and methods resolved. */
export function nodeWebhooks(
	engine: Engine,
	workflow: Workflow,
	{ isTest = false } = {},
): IWebhookData[] {
	const { NodeHelpers } = engine.n8n.workflow;
	const additionalData = engine.additionalData({ workflowId: workflow.id });
	const enabled = Object.values(workflow.nodes).filter(({ disabled }) => !disabled);
	return enabled.flatMap((node) => {
		const { webhooks = [] } = engine.types.getByNameAndVersion(
			node.type,
			node.typeVersion,
		).description;
		return webhooks.map((webhookDescription) => {
			const valueOf = (field: WebhookField) =>
				descriptionField(workflow, node.name, webhookDescription, field);
			const path = String(valueOf('path')).replace(/^\/|\/$/g, '');
			return {
				httpMethod: String(valueOf('httpMethod') ?? 'GET') as IHttpRequestMethods,
				node: node.name,
				path: NodeHelpers.getNodeWebhookPath(
					workflow.id,
					node,
					path,
					valueOf('isFullPath') === true,
				),
				webhookDescription,
				workflowId: workflow.id,
				workflowExecuteAdditionalData: additionalData,
				...(isTest && { isTest }),
			};
		});
	});
}

/** The address the vendor calls, as `getNodeWebhookUrl` gives it to the node. */
export function webhookUrl({ isTest, path, workflowExecuteAdditionalData }: IWebhookData): string {
	const { webhookBaseUrl, webhookTestBaseUrl } = workflowExecuteAdditionalData;
	return `${isTest ? webhookTestBaseUrl : webhookBaseUrl}/${path}`;
}

/** Calls `checkExists`, `create` or `delete` of a node; `undefined` when the node has none. */
export async function runWebhookMethod(
	engine: Engine,
	method: 'checkExists' | 'create' | 'delete',
	workflow: Workflow,
	webhook: IWebhookData,
	mode: WorkflowExecuteMode,
	activation: WorkflowActivateMode,
): Promise<boolean | undefined> {
	const node = nodeOf(workflow, webhook);
	const { webhookMethods } = engine.types.getByNameAndVersion(node.type, node.typeVersion);
	const run = webhookMethods?.[webhook.webhookDescription.name]?.[method];
	const context = new engine.n8n.core.HookContext(
		workflow,
		node,
		webhook.workflowExecuteAdditionalData,
		mode,
		activation,
		webhook,
	);
	return await run?.call(context);
}

export function nodeOf(workflow: Workflow, webhook: IWebhookData) {
	const node = workflow.getNode(webhook.node);
	if (!node) throw new Error(`The workflow has no node "${webhook.node}"`);
	return node;
}

/** A field of a webhook's description, which may be an expression. */
export function descriptionField(
	workflow: Workflow,
	nodeName: string,
	description: IWebhookDescription,
	field: WebhookField,
) {
	const node = workflow.getNode(nodeName);
	const value = description[field];
	if (!node || typeof value !== 'string') return value;
	return workflow.expression.getSimpleParameterValue(node, value, 'internal', {});
}
