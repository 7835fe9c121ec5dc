import type {
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
	IPollFunctions,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { describeEvents, poll } from '../../kit/polling';
import { listSearch } from '../../kit/table';
import { events } from '../events';
import { conferences, tickets } from '../pickers';
import { apizee } from '../vendor';

export class ApizeePollingTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Apizee Polling Trigger',
		name: 'apizeePollingTrigger',
		icon: {
			light: 'file:../../../icons/apizee.svg',
			dark: 'file:../../../icons/apizee.dark.svg',
		},
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["event"] }}',
		description: 'Starts the workflow when a regular look at Apizee finds something new',
		defaults: { name: 'Apizee Polling Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'apizeeApi', required: true }],
		properties: describeEvents(events),
	};

	methods = { listSearch: listSearch(apizee, [conferences, tickets]) };

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await poll(this, apizee, events);
	}
}
