import { deliver, type Delivery } from '../../delivery';
import type { Conference } from '../conferences/types';
import type { Platform } from '../platform';

/** What an event tells beside the conference: e.g. `recording_id` (section 11.8). */
export type EventDetails = Record<string, string | number>;

/** The fixed token of signed deliveries; the real one is shown in the vendor's Admin UI. */
export const SIGNING_TOKEN = 'iotum-webhook-signing-token';

/**
 * Tells every webhook that wants it about an event. Own choice: no attempt is repeated.
 */
export async function announce(
	platform: Platform,
	event: string,
	conference: Conference,
	details: EventDetails = {},
): Promise<Delivery[]> {
	const receivers = platform.state.webhooks.filter(({ events }) => events?.includes(event) ?? true);
	return Promise.all(
		receivers.map(({ url }) => sendEvent(platform, url, event, conference, details)),
	);
}

/**
 * Sends one event to one URL. The payload is JSON within a text (section 11.1). The newer brand
 * names the company, adds a timestamp and sends its token in `x-signing-token` (the vendor's public
 * page on webhooks).
 */
export async function sendEvent(
	platform: Platform,
	url: string,
	event: string,
	conference: Pick<Conference, 'id' | 'hostId'>,
	details: EventDetails = {},
): Promise<Delivery> {
	const signed = platform.brand.signsWebhooks;
	const companyId = platform.state.hosts.get(conference.hostId)?.companyId;
	const payload = {
		host_id: conference.hostId,
		...(signed && { company_id: companyId }),
		conference_id: conference.id,
		...details,
	};
	const body = {
		event,
		payload: JSON.stringify(payload),
		...(signed && { timestamp: platform.clock.now().toISOString() }),
	};
	const headers = signed ? { 'x-signing-token': SIGNING_TOKEN } : undefined;
	return deliver(platform, { url, body, headers });
}
