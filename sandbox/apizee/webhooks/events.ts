import { sendDelivery, type Delivery } from '../../delivery';
import { now, type Platform } from '../platform';
import { nextNumber } from '../state';
import type { WebhookEvent, WebhookObject } from './types';

/** What happened (the vendor's public page on webhooks); `time` is added when it is sent. */
export interface Happening {
	event: WebhookEvent;
	object: WebhookObject;
	/** A number, or a UUID of a conversation. */
	objectId: number | string;
	props: Record<string, unknown>;
}

/** Tells every webhook that wants it. Own choice: no attempt is repeated. */
export async function announce(platform: Platform, happening: Happening): Promise<Delivery[]> {
	const { event, object, objectId, props } = happening;
	const time = Math.floor(now(platform) / 1000);
	const receivers = platform.state.webhooks.filter(
		({ objects }) => objects?.includes(object) ?? true,
	);
	return Promise.all(
		receivers.map(({ url, headers }) =>
			deliver(platform, url, { event, time, object, objectId, props }, headers),
		),
	);
}

/** POSTs a body to a URL and records what came of it. Never rejects. */
export async function deliver(
	platform: Platform,
	url: string,
	body: unknown,
	headers: Record<string, string> = {},
): Promise<Delivery> {
	const sent = { 'user-agent': 'Cloud Apizee', ...headers };
	const attempt = {
		id: nextNumber(platform.state, 'delivery'),
		url,
		body,
		headers: sent,
		sentAt: platform.clock.now().toISOString(),
	};
	return sendDelivery(platform.state.deliveries, attempt, sent);
}
