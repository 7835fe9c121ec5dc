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
import { contractSessions, users } from '../pickers';
import { flexperto } from '../vendor';

export class FlexpertoPollingTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Flexperto Polling Trigger',
		name: 'flexpertoPollingTrigger',
		icon: {
			light: 'file:../../../icons/flexperto.svg',
			dark: 'file:../../../icons/flexperto.dark.svg',
		},
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["event"] }}',
		description: 'Starts the workflow when a regular look at Flexperto finds something new',
		defaults: { name: 'Flexperto Polling Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'flexpertoApi', required: true }],
		properties: describeEvents(events),
	};

	methods = { listSearch: listSearch(flexperto, [contractSessions, users]) };

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await poll(this, flexperto, events);
	}
}
