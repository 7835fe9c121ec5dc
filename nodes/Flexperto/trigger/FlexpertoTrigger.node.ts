import type {
	INodeType,
	INodeTypeDescription,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { receive } from '../../kit/delivery';
import { registerOnce } from '../../kit/registration';
import { flexperto } from '../vendor';
import { registerWebhook } from '../webhook/register';
import { judgeNotification, topics } from './notification';

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
		properties: [
			{
				displayName:
					'Activating the workflow registers its production URL at Flexperto, once. Flexperto offers no way to take a registration back: after deactivation it goes on reporting to the URL, and n8n turns those reports away.',
				name: 'registrationNotice',
				type: 'notice',
				default: '',
			},
			{
				displayName: 'Events',
				name: 'events',
				type: 'multiOptions',
				required: true,
				options: [
					{
						name: 'Archive Available',
						value: 'archive.available',
						description: 'An archive is ready to be downloaded and claimed',
					},
				],
				default: ['archive.available'],
			},
			{
				displayName: 'Options',
				name: 'options',
				type: 'collection',
				placeholder: 'Add Option',
				default: {},
				options: [
					{
						displayName: 'Audience',
						name: 'audience',
						type: 'string',
						default: '*',
						description: 'Whose events are reported; * for all',
					},
					{
						displayName: 'Register Test URL',
						name: 'registerTestUrl',
						type: 'boolean',
						default: false,
						description:
							'Whether to register the test URL as well when you listen for a test event. It stays registered at Flexperto.',
					},
					{
						displayName: 'Verify with API',
						name: 'verifyWithApi',
						type: 'boolean',
						default: true,
						description:
							'Whether to ask Flexperto for the archive instead of trusting the report, which is not signed. Reports about archives that are no longer available start nothing then.',
					},
				],
			},
		],
	};

	webhookMethods = {
		default: registerOnce({
			vendor: flexperto,
			subjects(context) {
				const audience = String(context.getNodeParameter('options.audience', '*'));
				return topics(context).map((topic) => ({ topic, audience }));
			},
			wantsTestUrl: (context) =>
				context.getNodeParameter('options.registerTestUrl', false) === true,
			register: async (tools, url, { topic, audience }) =>
				await registerWebhook(tools, { url, topic: String(topic), audience: String(audience) }),
		}),
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receive(this, flexperto, judgeNotification);
	}
}
