/** An address that is told about events, set up by the vendor by hand (section 11). */
export interface Webhook {
	url: string;
	/** Names of events; all when absent. */
	events?: string[];
}
