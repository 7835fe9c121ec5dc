/** An address that is told about events, set up by the vendor by hand (section 11). */
export interface Webhook {
	url: string;
	/** Names of events; all when absent. */
	events?: string[];
}

/** One attempt to deliver a body to a URL. */
export interface Delivery {
	id: number;
	url: string;
	body: unknown;
	headers: Record<string, string>;
	/** Status of the receiver's answer, absent when none came. */
	status?: number;
	/** Why no answer came, e.g. `ECONNREFUSED`. */
	error?: string;
	/** ISO 8601. */
	sentAt: string;
	durationMs: number;
}
