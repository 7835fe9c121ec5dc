import { deliver, type Delivery, type Message } from '../../delivery';
import { now, type Platform } from '../platform';
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
			send(platform, { url, body: { event, time, object, objectId, props }, headers }),
		),
	);
}

/** Delivers a message under the vendor's name. */
export async function send(platform: Platform, { url, body, headers }: Message): Promise<Delivery> {
	return deliver(platform, { url, body, headers: { 'user-agent': 'Cloud Apizee', ...headers } });
}
