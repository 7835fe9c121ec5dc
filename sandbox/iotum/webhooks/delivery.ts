import axios from 'axios';
import { timestamp, type Platform } from '../platform';
import { nextNumber } from '../state';
import type { Delivery } from './types';

const PATIENCE_MS = 10_000;

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
		headers,
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
