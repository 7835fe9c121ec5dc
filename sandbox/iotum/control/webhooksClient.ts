import type { ControlCall } from '../../control';
import type { Delivery } from '../../delivery';
import { deliveryControl, type DeliveryControl } from '../../deliveryClient';
import type { Webhook } from '../webhooks/types';

export interface EventRequest {
	/** Name of the event, e.g. `conference_end`; unknown ones are sent too. */
	event: string;
	/** The conference it is about; `fixtures.pastConferenceId` by default. */
	conferenceId?: number;
	/** More of the payload, e.g. `{ recording_id: 12345 }`. */
	details?: Record<string, string | number>;
	/** Sends it to this URL only, instead of the webhooks that want it. */
	url?: string;
}

/** What tests and demos do to webhooks, which the vendor sets up by hand. */
export interface WebhooksControl extends DeliveryControl {
	/** Replaces the present webhooks. */
	setWebhooks(webhooks: Webhook[]): Promise<Webhook[]>;
	webhooks(): Promise<Webhook[]>;
	/** Sends an event in the brand's form. */
	sendEvent(request: EventRequest): Promise<Delivery[]>;
}

export function webhooksControl(call: ControlCall, root: string): WebhooksControl {
	return {
		setWebhooks: (webhooks) => call('PUT', `${root}/webhooks`, { body: { webhooks } }),
		webhooks: () => call('GET', `${root}/webhooks`),
		sendEvent: (body) => call('POST', `${root}/events`, { body }),
		...deliveryControl(call, root),
	};
}
