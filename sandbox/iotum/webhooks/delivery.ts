import { sendDelivery, type Delivery } from '../../delivery';
import { timestamp, type Platform } from '../platform';
import { nextNumber } from '../state';

/** POSTs a body to a URL and records what came of it, its headers included. Never rejects. */
export async function deliver(
	platform: Platform,
	url: string,
	body: unknown,
	headers: Record<string, string> = {},
): Promise<Delivery> {
	const id = nextNumber(platform.state, 'delivery');
	const attempt = { id, url, body, headers, sentAt: timestamp(platform) };
	return sendDelivery(platform.state.deliveries, attempt, headers);
}
