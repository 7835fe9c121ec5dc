import type {
	IAuthenticateGeneric,
	ICredentialDataDecryptedObject,
	IDataObject,
	INode,
	INodeParameters,
	INodeTypes,
	IWorkflowDataProxyAdditionalKeys,
	NodeParameterValueType,
	Workflow,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import type { N8n } from './n8n';

/** A text of a credential's `authenticate`, which may be an expression over `$credentials`. */
export function resolveWith(
	{ workflow: { isExpression } }: N8n,
	credentials: ICredentialDataDecryptedObject,
	text: string,
	workflow: Workflow,
	node: INode,
): string {
	if (!isExpression(text)) return text;
	const keys = { $credentials: credentials };
	const { expression } = workflow;
	const value = expression.getSimpleParameterValue(node, text, 'internal', keys, undefined, '');
	return String(value || '');
}

/** The parts of a request that `authenticate` adds to, every key and value resolved. */
export function mapTexts(
	properties: IAuthenticateGeneric['properties'],
	resolve: (text: string) => string,
): Record<string, IDataObject> {
	const parts: Record<string, IDataObject> = {};
	for (const [part, values] of Object.entries(properties)) {
		const texts = Object.entries(values).map(([key, value]) => [
			resolve(key),
			resolve(String(value)),
		]);
		parts[part] = Object.fromEntries(texts) as IDataObject;
	}
	return parts;
}

/** Expressions in a credential's own fields, outside of any workflow. */
export function resolveAlone(
	{ workflow: { Workflow: N8nWorkflow } }: N8n,
	nodeTypes: INodeTypes,
	values: INodeParameters,
	mode: WorkflowExecuteMode,
	keys: IWorkflowDataProxyAdditionalKeys,
): NodeParameterValueType | undefined {
	const node: INode = {
		id: 'credential',
		name: 'Credential',
		type: 'n8n-nodes-base.noOp',
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
	};
	const { expression } = new N8nWorkflow({
		nodes: [node],
		connections: {},
		active: false,
		nodeTypes,
	});
	return expression.getComplexParameterValue(
		node,
		values,
		mode,
		keys,
		undefined,
		undefined,
		values,
	);
}
