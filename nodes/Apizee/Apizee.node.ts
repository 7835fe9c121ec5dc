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
import { getTimeZones } from '../kit/zone';
import { api } from './api';
import { pickers } from './pickers';
import { apizee } from './vendor';

export class Apizee implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Apizee',
		name: 'apizee',
		icon: {
			light: 'file:../../icons/apizee.svg',
			dark: 'file:../../icons/apizee.dark.svg',
		},
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Assist customers by video, open meeting rooms, collect photos and recordings',
		defaults: { name: 'Apizee' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'apizeeApi', required: true }],
		properties: describe(api),
	};

	methods = {
		listSearch: listSearch(apizee, pickers),
		loadOptions: { getTimeZones },
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await execute(this, apizee, api);
	}
}
