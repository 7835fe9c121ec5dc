import type {
	EngineRequest,
	EngineResponse,
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
	ITriggerFunctions,
} from 'n8n-workflow';

/*
 * Three nodes of n8n that a workflow or the engine itself needs, for engines without n8n-nodes-base.
 * Where that package is loaded, its own Manual Trigger and No Operation are used.
 */

const description = (
	own: Partial<INodeTypeDescription> & { name: string },
): INodeTypeDescription => ({
	displayName: own.name,
	description: '',
	group: ['transform'],
	version: 1,
	defaults: {},
	inputs: ['main'],
	outputs: ['main'],
	properties: [],
	...own,
});

/** Starts a workflow by hand; what it hands on is normally pinned. */
export class ManualTrigger implements INodeType {
	description = description({ name: 'manualTrigger', group: ['trigger'], inputs: [] });

	async trigger(this: ITriggerFunctions) {
		return { manualTriggerFunction: async () => this.emit([[{ json: {} }]]) };
	}
}

/** n8n tests a credential with a request made in the name of this node. */
export class NoOp implements INodeType {
	description = description({ name: 'noOp' });

	async execute(this: IExecuteFunctions) {
		return [this.getInputData()];
	}
}

/**
 * Calls its one tool once for each input item, the way n8n's AI Agent does: it hands the engine a
 * request for the tool node, and the engine resumes it with the results. The arguments are the
 * item's fields.
 */
export class ToolCaller implements INodeType {
	description = description({
		name: 'toolCaller',
		inputs: ['main', 'ai_tool'],
		properties: [{ displayName: 'Tool', name: 'tool', type: 'string', default: '' }],
	});

	async execute(
		this: IExecuteFunctions,
		response?: EngineResponse,
	): Promise<INodeExecutionData[][] | EngineRequest> {
		const results = response?.actionResponses ?? [];
		if (results.length > 0) {
			return [
				results.map(({ data }) => ({
					json: {
						error: data.error?.message,
						items: data.data?.ai_tool?.[0]?.map(({ json }) => json),
					} as IDataObject,
				})),
			];
		}
		const nodeName = this.getNodeParameter('tool', 0) as string;
		return {
			metadata: {},
			actions: this.getInputData().map(({ json }, itemIndex) => ({
				actionType: 'ExecutionNodeAction' as const,
				nodeName,
				input: json,
				type: 'ai_tool' as const,
				id: `call-${itemIndex}`,
				metadata: { itemIndex },
			})),
		};
	}
}
