import type { ControlCall } from '../../control';
import type { Delivery } from '../../delivery';
import { deliveryControl, type DeliveryControl } from '../../deliveryClient';
import type { Webhook, WebhookEvent, WebhookObject } from '../webhooks/types';

export interface EventRequest {
	object: WebhookObject;
	/** `update` by default. */
	event?: WebhookEvent;
	/** The done ticket of the fixtures by default. */
	objectId?: number | string;
	/** Empty by default. */
	props?: Record<string, unknown>;
	/** Sends it to this URL only, without custom headers, instead of the webhooks that want it. */
	url?: string;
}

/** What tests and demos do to webhooks, which are set up by hand in the vendor's console. */
export interface WebhooksControl extends DeliveryControl {
	/** Replaces the present webhooks. */
	setWebhooks(webhooks: Webhook[]): Promise<Webhook[]>;
	webhooks(): Promise<Webhook[]>;
	/** Sends an event in the vendor's form. */
	sendEvent(request: EventRequest): Promise<Delivery[]>;
}

export function webhooksControlClient(call: ControlCall, root: string): WebhooksControl {
	return {
		setWebhooks: (webhooks) => call('PUT', `${root}/webhooks`, { body: { webhooks } }),
		webhooks: () => call('GET', `${root}/webhooks`),
		sendEvent: (body) => call('POST', `${root}/events`, { body }),
		...deliveryControl(call, root),
	};
}
