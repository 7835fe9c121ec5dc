import axios from 'axios';
import { timestamp, type Platform } from './platform';
import { nextNumber } from './state';
import type { Archive, Delivery, Notification } from './types';

const PATIENCE_MS = 10_000;

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

/** POSTs a body to a URL and records what came of it. Never rejects. */
export async function deliver(
	platform: Platform,
	url: string,
	body: unknown,
	headers: Record<string, string> = {},
): Promise<Delivery> {
	const delivery: Delivery = {
		id: nextNumber(platform.state, 'delivery'),
		url,
		body,
		sentAt: timestamp(platform),
		durationMs: 0,
	};
	platform.state.deliveries.push(delivery);
	const begun = Date.now();
	try {
		// A buffer, because axios would quote a text once more.
		const content = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
		const { status } = await axios.post(url, content, {
			headers: { 'content-type': 'application/json', ...headers },
			timeout: PATIENCE_MS,
			maxRedirects: 0,
			proxy: false,
			validateStatus: () => true,
		});
		delivery.status = status;
	} catch (error) {
		delivery.error = axios.isAxiosError(error) ? (error.code ?? error.message) : String(error);
	}
	delivery.durationMs = Date.now() - begun;
	return delivery;
}
