/** The vendor's public page on webhooks. */
export type WebhookObject = 'ticket' | 'media' | 'conversation' | 'smsmessage';

export type WebhookEvent = 'create' | 'update' | 'delete';

/** An address that is told about events, set up by hand in the vendor's console. */
export interface Webhook {
	url: string;
	/** Custom headers of every delivery, e.g. a shared secret. */
	headers?: Record<string, string>;
	/** Filter by object; everything when absent. */
	objects?: WebhookObject[];
}
