import { sendDelivery, type Delivery } from '../delivery';
import { timestamp, type Platform } from './platform';
import { nextNumber } from './state';
import type { Archive, Notification } from './types';

/**
 * Tells every registered URL that an archive can be fetched (seed 000, Archiving, A1). Own choices:
 * a URL registered twice is told twice, no attempt is repeated, nothing is signed.
 */
export async function notifyArchiveAvailable(
	platform: Platform,
	archive: Archive,
): Promise<Delivery[]> {
	const webhooks = platform.state.webhooks.filter(({ topic }) => topic === 'archive.available');
	return Promise.all(
		webhooks.map(({ url, audience, topic }) => {
			const notification: Notification = {
				data: { archive_id: archive.id, archive_subject: archive.subject },
				meta: { audience, tenant: platform.tenant, topic },
			};
			return deliver(platform, url, notification);
		}),
	);
}

/** POSTs a body to a URL and records what came of it, without its headers. Never rejects. */
export async function deliver(
	platform: Platform,
	url: string,
	body: unknown,
	headers: Record<string, string> = {},
): Promise<Delivery> {
	const id = nextNumber(platform.state, 'delivery');
	const attempt = { id, url, body, sentAt: timestamp(platform) };
	return sendDelivery(platform.state.deliveries, attempt, headers);
}
