import { deliver, type Delivery } from '../delivery';
import type { Platform } from './platform';
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
			const body: Notification = {
				data: { archive_id: archive.id, archive_subject: archive.subject },
				meta: { audience, tenant: platform.tenant, topic },
			};
			return deliver(platform, { url, body });
		}),
	);
}
