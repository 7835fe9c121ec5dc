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
import { authentication } from '../Iotum/authentication';
import { pickers } from './pickers';
import { vivoMeetings } from './vendor';

export class VivoMeetings implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'VivoMeetings',
		name: 'vivoMeetings',
		icon: {
			light: 'file:../../icons/vivomeetings.svg',
			dark: 'file:../../icons/vivomeetings.dark.svg',
		},
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Provision companies and hosts, schedule conferences, archive recordings',
		defaults: { name: 'VivoMeetings' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{
				name: 'vivoMeetingsApi',
				required: true,
				displayOptions: { show: { authentication: ['password'] } },
			},
			{
				name: 'vivoMeetingsOAuth2Api',
				required: true,
				displayOptions: { show: { authentication: ['oAuth2'] } },
			},
		],
		properties: [
			authentication({ password: 'Email and Password', oAuth2: 'OAuth2' }),
			...describe(api),
		],
	};

	methods = {
		listSearch: listSearch(vivoMeetings, pickers),
		loadOptions: { getTimeZones },
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await execute(this, vivoMeetings, api);
	}
}
