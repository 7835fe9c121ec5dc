import type {
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
	IPollFunctions,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { describeEvents, poll } from '../../kit/polling';
import { listSearch } from '../../kit/table';
import { authentication } from '../../Iotum/authentication';
import { events } from '../events';
import { hosts } from '../../Iotum/pickers';
import { vivoMeetings } from '../vendor';

export class VivoMeetingsPollingTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'VivoMeetings Polling Trigger',
		name: 'vivoMeetingsPollingTrigger',
		icon: {
			light: 'file:../../../icons/vivomeetings.svg',
			dark: 'file:../../../icons/vivomeetings.dark.svg',
		},
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["event"] }}',
		description: 'Starts the workflow when a regular look at VivoMeetings finds something new',
		defaults: { name: 'VivoMeetings Polling Trigger' },
		polling: true,
		inputs: [],
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
			...describeEvents(events),
		],
	};

	methods = { listSearch: listSearch(vivoMeetings, [hosts]) };

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await poll(this, vivoMeetings, events);
	}
}
