import type {
	IHookFunctions,
	INodeType,
	INodeTypeDescription,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { setUpByHand } from '../../kit/byHand';
import { receive } from '../../kit/delivery';
import { describeFields } from '../../kit/describe';
import { isRecord } from '../../kit/record';
import { checkSecret } from '../../kit/signature';
import { listSearch } from '../../kit/table';
import { hosts } from '../../Iotum/pickers';
import { judgeDelivery, wanted } from '../../Iotum/trigger/delivery';
import { vivoMeetings } from '../vendor';
import { triggerFields } from './fields';

export class VivoMeetingsTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'VivoMeetings Trigger',
		name: 'vivoMeetingsTrigger',
		icon: {
			light: 'file:../../../icons/vivomeetings.svg',
			dark: 'file:../../../icons/vivomeetings.dark.svg',
		},
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["events"].join(", ") }}',
		description: 'Starts the workflow when VivoMeetings reports what happens in conferences',
		defaults: { name: 'VivoMeetings Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'vivoMeetingsApi', required: true }],
		webhooks: [
			{
				name: 'default',
				httpMethod: 'POST',
				responseMode: 'onReceived',
				responseData: 'noData',
				path: 'vivomeetings',
			},
		],
		properties: describeFields(triggerFields),
	};

	methods = { listSearch: listSearch(vivoMeetings, [hosts]) };

	webhookMethods = {
		default: setUpByHand(vivoMeetings, ({ credentials: { webhookSecret } }, context) => {
			const next =
				'Enter a long random text in the credential and give the vendor the URL with it, or switch Options > Without Secret on';
			if (!isWithoutSecret(context)) checkSecret('Webhook Secret', webhookSecret, next);
			wanted(triggerFields, context);
		}),
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receive(this, vivoMeetings, judge);
	}
}

const isWithoutSecret = (context: IHookFunctions | IWebhookFunctions): boolean =>
	context.getNodeParameter('options.withoutSecret', false) === true;

/** Source: seed 004, 11.0, which knows no signature: a secret in the URL takes its place. */
const judge = judgeDelivery(triggerFields, {
	expected: ({ webhookSecret }) => webhookSecret,
	given(context) {
		const query: unknown = context.getQueryData();
		return isRecord(query) ? query.secret : undefined;
	},
	isWaived: isWithoutSecret,
});
