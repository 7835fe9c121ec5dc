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
import { authentication } from './authentication';
import { pickers } from './pickers';
import { iotum } from './vendor';

export class Iotum implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Iotum',
		name: 'iotum',
		icon: {
			light: 'file:../../icons/iotum.svg',
			dark: 'file:../../icons/iotum.dark.svg',
		},
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Provision companies and hosts, schedule conferences, archive recordings',
		defaults: { name: 'Iotum' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{
				name: 'iotumApi',
				required: true,
				displayOptions: { show: { authentication: ['apiToken'] } },
			},
			{
				name: 'iotumOAuth2Api',
				required: true,
				displayOptions: { show: { authentication: ['oAuth2'] } },
			},
		],
		properties: [authentication({ apiToken: 'API Token', oAuth2: 'OAuth2' }), ...describe(api)],
	};

	methods = {
		listSearch: listSearch(iotum, pickers),
		loadOptions: { getTimeZones },
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await execute(this, iotum, api);
	}
}
