import type { ControlCall } from '../../control';
import type { Delivery } from '../../delivery';
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
export interface WebhooksControl {
	/** Replaces the present webhooks. */
	setWebhooks(webhooks: Webhook[]): Promise<Webhook[]>;
	webhooks(): Promise<Webhook[]>;
	/** Sends an event in the vendor's form. */
	sendEvent(request: EventRequest): Promise<Delivery[]>;
	/** Every attempted delivery and its outcome. */
	deliveries(): Promise<Delivery[]>;
	clearDeliveries(): Promise<void>;
	/** Sends an earlier delivery again, unchanged. */
	redeliver(deliveryId: number): Promise<Delivery>;
	/** Sends any body to any URL; text goes out as it is, everything else as JSON. */
	deliver(url: string, body: unknown, headers?: Record<string, string>): Promise<Delivery>;
}

export function webhooksControlClient(call: ControlCall, root: string): WebhooksControl {
	return {
		setWebhooks: (webhooks) => call('PUT', `${root}/webhooks`, { body: { webhooks } }),
		webhooks: () => call('GET', `${root}/webhooks`),
		sendEvent: (body) => call('POST', `${root}/events`, { body }),
		deliveries: () => call('GET', `${root}/deliveries`),
		clearDeliveries: () => call('DELETE', `${root}/deliveries`),
		redeliver: (id) => call('POST', `${root}/deliveries/${id}/redeliver`),
		deliver: (url, body, headers) =>
			call('POST', `${root}/deliver`, { body: { url, body, headers } }),
	};
}
