import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';

const base: Omit<INodeTypeDescription, 'name' | 'displayName' | 'properties'> = {
	group: ['input'],
	version: 1,
	description: 'Reads the record of an archive, as the node of this package does',
	defaults: {},
	inputs: ['main'],
	outputs: ['main'],
	credentials: [{ name: 'flexpertoApi', required: true }],
};

const archiveId: INodeProperties = {
	displayName: 'Archive ID',
	name: 'archiveId',
	type: 'string',
	default: '',
};

/** "Get an archive" as n8n's declarative style has it: all requests at once. */
export class DeclarativeTwin implements INodeType {
	description: INodeTypeDescription = {
		...base,
		name: 'declarativeTwin',
		displayName: 'Declarative Twin',
		requestDefaults: { baseURL: '={{ $credentials.baseUrl }}/api/v2' },
		properties: [
			{
				...archiveId,
				routing: {
					request: { method: 'GET', url: '=/communication/archives/archives/{{ $value }}' },
				},
			},
		],
	};
}

/** "Get an archive" as most nodes are written: one item after the other, the credential each time. */
export class SerialTwin implements INodeType {
	description: INodeTypeDescription = {
		...base,
		name: 'serialTwin',
		displayName: 'Serial Twin',
		properties: [archiveId],
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const output: INodeExecutionData[] = [];
		for (const item of this.getInputData().keys()) {
			const { baseUrl } = await this.getCredentials('flexpertoApi');
			const json: IDataObject = await this.helpers.httpRequestWithAuthentication.call(
				this,
				'flexpertoApi',
				{
					method: 'GET',
					url: `${baseUrl}/api/v2/communication/archives/archives/${this.getNodeParameter('archiveId', item)}`,
					json: true,
				},
			);
			output.push({ json, pairedItem: { item } });
		}
		return [output];
	}
}

/** As few steps as a node can take: n8n's request helper and nothing else, ten items at a time. */
export class HelperTwin implements INodeType {
	description: INodeTypeDescription = {
		...base,
		name: 'helperTwin',
		displayName: 'Helper Twin',
		properties: [],
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const { baseUrl, apiKey } = await this.getCredentials('flexpertoApi');
		const output: INodeExecutionData[] = [];
		const items = this.getInputData().entries();
		const worker = async () => {
			for (const [item, { json }] of items) {
				const answer: IDataObject = await this.helpers.httpRequest({
					method: 'GET',
					url: `${baseUrl}/api/v2/communication/archives/archives/${json.id}`,
					headers: { 'api-key': apiKey },
					disableFollowRedirect: true,
				});
				output[item] = { json: answer, pairedItem: { item } };
			}
		};
		await Promise.all(Array.from({ length: 10 }, worker));
		return [output];
	}
}
