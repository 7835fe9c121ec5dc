import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	INode,
	INodeType,
	INodeTypes,
} from 'n8n-workflow';
import type { Engine } from './engine';

export interface CredentialTestResult {
	status: 'OK' | 'Error';
	message: string;
}

/**
 * Presses "Test" on a credential: n8n sends the request of the credential's `test` in the name of a
 * No Operation node that has this request as its routing, then applies the rules.
 */
export async function testCredential(
	engine: Engine,
	type: string,
	data: ICredentialDataDecryptedObject,
): Promise<CredentialTestResult> {
	const { test } = engine.types.credentialType(type);
	if (!test) return { status: 'Error', message: 'No testing function found for this credential.' };
	const id = `tested ${engine.nextExecutionId()}`;
	engine.credentials[id] = data;
	try {
		return await requestTest(engine, type, id, data, test);
	} finally {
		Reflect.deleteProperty(engine.credentials, id);
	}
}

async function requestTest(
	engine: Engine,
	type: string,
	id: string,
	data: ICredentialDataDecryptedObject,
	{ request, rules = [] }: ICredentialTestRequest,
): Promise<CredentialTestResult> {
	const { core, workflow: n8nWorkflow } = engine.n8n;
	const noOp = engine.types.getByNameAndVersion('n8n-nodes-base.noOp');
	const requester: INodeType = {
		description: {
			...noOp.description,
			credentials: [{ name: type, required: true }],
			properties: [
				{ displayName: 'Temp', name: 'temp', type: 'string', default: '', routing: { request } },
			],
		},
	};
	const nodeTypes: INodeTypes = {
		getByName: () => requester,
		getByNameAndVersion: () => requester,
		getKnownTypes: () => ({}),
	};
	const node: INode = {
		id: 'temp',
		name: 'Temp-Node',
		type: noOp.description.name,
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
		credentials: { [type]: { id, name: id } },
	};
	const workflow = new n8nWorkflow.Workflow({
		nodes: [node],
		connections: {},
		active: false,
		nodeTypes,
	});
	const additionalData = engine.additionalData({ currentNodeParameters: node.parameters });
	const input = { main: [[{ json: {} }]] };
	try {
		const decrypted = additionalData.credentialsHelper.withDefaults(
			additionalData,
			data,
			type,
			'internal',
		);
		const context = new core.ExecuteContext(
			workflow,
			node,
			additionalData,
			'internal',
			n8nWorkflow.createEmptyRunExecutionData(),
			0,
			[],
			input,
			{ node, data: {}, source: null },
			[],
		);
		const credential = { id, name: id, type, data: decrypted };
		const response = await new core.RoutingNode(context, requester, credential).runNode();
		const body = response?.[0]?.[0]?.json ?? {};
		for (const rule of rules) {
			if (rule.type !== 'responseSuccessBody') continue;
			const { key, value, message } = rule.properties;
			const found = key.split('.').reduce<unknown>((at, part) => (at as typeof body)?.[part], body);
			if (found === value) return { status: 'Error', message };
		}
		return { status: 'OK', message: 'Connection successful!' };
	} catch (error) {
		return { status: 'Error', message: failure(error as FailedRequest, rules) };
	}
}

interface FailedRequest {
	message: string;
	cause?: { code?: string; response?: { status: number; statusText?: string } };
}

function failure(
	{ message, cause }: FailedRequest,
	rules: NonNullable<ICredentialTestRequest['rules']>,
): string {
	const { response, code } = cause ?? {};
	if (!response) return code ?? message;
	for (const rule of rules) {
		if (rule.type === 'responseCode' && rule.properties.value === response.status) {
			return rule.properties.message;
		}
	}
	if (response.status >= 200 && response.status <= 299) return message;
	return response.statusText || `Received HTTP status code: ${response.status}`;
}
