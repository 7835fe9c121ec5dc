import type { INodeParameters, IWorkflowExecuteAdditionalData } from 'n8n-workflow';
import type { Credentials } from './credentials';
import type { N8n } from './n8n';

export interface Purpose {
	workflowId?: string;
	executionId?: string;
	/** The parameters as they stand in an open node. */
	currentNodeParameters?: INodeParameters;
}

export type AdditionalData = IWorkflowExecuteAdditionalData & { credentialsHelper: Credentials };

const unsupported = (what: string) => async (): Promise<never> => {
	throw new Error(`This engine runs in one process, without ${what}.`);
};

/** What n8n puts beside a workflow for one execution, one request or one look-up. */
export function additionalData(
	{ core, container }: N8n,
	credentialsHelper: Credentials,
	baseUrl: string,
	purpose: Purpose,
): AdditionalData {
	return {
		...purpose,
		currentNodeExecutionIndex: 0,
		credentialsHelper,
		externalSecretsProxy: container.get(core.ExternalSecretsProxy),
		variables: {},
		restApiUrl: `${baseUrl}/rest`,
		instanceBaseUrl: `${baseUrl}/`,
		webhookBaseUrl: `${baseUrl}/webhook`,
		webhookTestBaseUrl: `${baseUrl}/webhook-test`,
		webhookWaitingBaseUrl: `${baseUrl}/webhook-waiting`,
		formBaseUrl: `${baseUrl}/form`,
		formTestBaseUrl: `${baseUrl}/form-test`,
		formWaitingBaseUrl: `${baseUrl}/form-waiting`,
		mcpBaseUrl: `${baseUrl}/mcp`,
		mcpTestBaseUrl: `${baseUrl}/mcp-test`,
		logAiEvent: () => undefined,
		getRuntimeCredential: async () => undefined,
		getRunExecutionData: async () => undefined,
		executeWorkflow: unsupported('sub-workflows'),
		startRunnerTask: unsupported('the task runner that the Code node needs'),
	};
}
