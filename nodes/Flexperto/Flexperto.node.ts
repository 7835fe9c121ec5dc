import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { describe } from '../kit/describe';
import { execute } from '../kit/execute';
import { listSearch } from '../kit/table';
import { api } from './api';
import { archives, contractSessions, documents, users } from './pickers';
import { flexperto } from './vendor';

export class Flexperto implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Flexperto',
		name: 'flexperto',
		icon: {
			light: 'file:../../icons/flexperto.svg',
			dark: 'file:../../icons/flexperto.dark.svg',
		},
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Provision experts, reserve video calls, have documents signed, claim archives',
		defaults: { name: 'Flexperto' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'flexpertoApi', required: true }],
		properties: describe(api),
	};

	methods = { listSearch: listSearch(flexperto, [archives, contractSessions, documents, users]) };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await execute(this, flexperto, api);
	}
}
