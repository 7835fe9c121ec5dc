import type {
	INodeType,
	INodeTypeDescription,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { setUpByHand } from '../../kit/byHand';
import { receive } from '../../kit/delivery';
import { describeFields } from '../../kit/describe';
import { apizee } from '../vendor';
import { checkTrigger, judgeDelivery } from './delivery';
import { triggerFields } from './fields';

export class ApizeeTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Apizee Trigger',
		name: 'apizeeTrigger',
		icon: {
			light: 'file:../../../icons/apizee.svg',
			dark: 'file:../../../icons/apizee.dark.svg',
		},
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["events"].join(", ") }}',
		description: 'Starts the workflow when Apizee reports what happens to tickets and media',
		defaults: { name: 'Apizee Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'apizeeApi', required: true }],
		webhooks: [
			{
				name: 'default',
				httpMethod: 'POST',
				responseMode: 'onReceived',
				responseData: 'noData',
				path: 'apizee',
			},
		],
		properties: describeFields(triggerFields),
	};

	webhookMethods = { default: setUpByHand(apizee, checkTrigger) };

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receive(this, apizee, judgeDelivery);
	}
}
