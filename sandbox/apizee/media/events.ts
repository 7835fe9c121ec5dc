import type { Delivery } from '../../delivery';
import type { Platform } from '../platform';
import { announce } from '../webhooks/events';
import type { WebhookEvent } from '../webhooks/types';
import type { Media } from './types';

/** Tells the webhooks about a media. Own choice: its props, which no document lists. */
export async function announceMedia(
	platform: Platform,
	{ id, title, status, mediaType, hash }: Media,
	event: WebhookEvent = 'create',
): Promise<Delivery[]> {
	const props = { title, status, media_type: mediaType, hash };
	return announce(platform, { event, object: 'media', objectId: id, props });
}
