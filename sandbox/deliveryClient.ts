import type { ControlCall } from './control';
import type { Delivery } from './delivery';

/** What tests and demos do to what a vendor sends to webhooks. */
export interface DeliveryControl {
	/** Every attempted delivery and its outcome. */
	deliveries(): Promise<Delivery[]>;
	clearDeliveries(): Promise<void>;
	/** Sends an earlier delivery again, unchanged. */
	redeliver(deliveryId: number): Promise<Delivery>;
	/** Sends any body to any URL; text goes out as it is, everything else as JSON. */
	deliver(url: string, body: unknown, headers?: Record<string, string>): Promise<Delivery>;
}

/** The client of `deliveryRoutes` of the vendor below `root`. */
export const deliveryControl = (call: ControlCall, root: string): DeliveryControl => ({
	deliveries: () => call('GET', `${root}/deliveries`),
	clearDeliveries: () => call('DELETE', `${root}/deliveries`),
	redeliver: (id) => call('POST', `${root}/deliveries/${id}/redeliver`),
	deliver: (url, body, headers) =>
		call('POST', `${root}/deliver`, { body: { url, body, headers } }),
});
