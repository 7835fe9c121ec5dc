import type {
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
	IPollFunctions,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { describeEvents, poll } from '../../kit/polling';
import { listSearch } from '../../kit/table';
import { authentication } from '../authentication';
import { events } from '../events';
import { companies, hosts } from '../pickers';
import { iotum } from '../vendor';

export class IotumPollingTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Iotum Polling Trigger',
		name: 'iotumPollingTrigger',
		icon: {
			light: 'file:../../../icons/iotum.svg',
			dark: 'file:../../../icons/iotum.dark.svg',
		},
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["event"] }}',
		description: 'Starts the workflow when a regular look at Iotum finds something new',
		defaults: { name: 'Iotum Polling Trigger' },
		polling: true,
		inputs: [],
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
		properties: [
			authentication({ apiToken: 'API Token', oAuth2: 'OAuth2' }),
			...describeEvents(events),
		],
	};

	methods = { listSearch: listSearch(iotum, [companies, hosts]) };

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await poll(this, iotum, events);
	}
}
