import type {
	INodeType,
	INodeTypeDescription,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { receive } from '../../kit/delivery';
import { describeFields } from '../../kit/describe';
import { registerOnce } from '../../kit/registration';
import { flexperto } from '../vendor';
import { registerWebhook } from '../webhook/register';
import { triggerFields } from './fields';
import { judgeNotification, wanted } from './notification';

export class FlexpertoTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Flexperto Trigger',
		name: 'flexpertoTrigger',
		icon: {
			light: 'file:../../../icons/flexperto.svg',
			dark: 'file:../../../icons/flexperto.dark.svg',
		},
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["events"].join(", ") }}',
		description: 'Starts the workflow when Flexperto reports that an archive is available',
		defaults: { name: 'Flexperto Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'flexpertoApi', required: true }],
		webhooks: [
			{
				name: 'default',
				httpMethod: 'POST',
				responseMode: 'onReceived',
				responseData: 'noData',
				path: 'flexperto',
			},
		],
		properties: describeFields(triggerFields),
	};

	webhookMethods = {
		default: registerOnce({
			vendor: flexperto,
			subjects(context) {
				const { events, options } = wanted(context);
				return events.map((topic) => ({ topic, audience: options.audience ?? '*' }));
			},
			wantsTestUrl: (context) => wanted(context).options.registerTestUrl ?? false,
			register: async (tools, url, { topic, audience }) =>
				await registerWebhook(tools, { url, topic: String(topic), audience: String(audience) }),
		}),
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receive(this, flexperto, judgeNotification);
	}
}
