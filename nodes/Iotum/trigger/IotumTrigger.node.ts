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
import { checkSecret } from '../../kit/signature';
import { listSearch } from '../../kit/table';
import { companies, hosts } from '../pickers';
import { iotum } from '../vendor';
import { judgeDelivery, wanted } from './delivery';
import { triggerFields } from './fields';

export class IotumTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Iotum Trigger',
		name: 'iotumTrigger',
		icon: {
			light: 'file:../../../icons/iotum.svg',
			dark: 'file:../../../icons/iotum.dark.svg',
		},
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["events"].join(", ") }}',
		description: 'Starts the workflow when Iotum reports what happens in conferences',
		defaults: { name: 'Iotum Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'iotumApi', required: true }],
		webhooks: [
			{
				name: 'default',
				httpMethod: 'POST',
				responseMode: 'onReceived',
				responseData: 'noData',
				path: 'iotum',
			},
		],
		properties: describeFields(triggerFields),
	};

	methods = { listSearch: listSearch(iotum, [companies, hosts]) };

	webhookMethods = {
		default: setUpByHand(iotum, ({ credentials: { signingToken } }, context) => {
			const next = 'Copy it from the Admin UI under Developers into the credential of this node';
			checkSecret('Signing Token', signingToken, next);
			wanted(triggerFields, context);
		}),
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receive(this, iotum, judge);
	}
}

/** Source: VENDOR-FACTS.md, "Webhook delivery": a fixed token in a header. */
const judge = judgeDelivery(triggerFields, {
	expected: ({ signingToken }) => signingToken,
	given: (context) => context.getHeaderData()['x-signing-token'],
});
