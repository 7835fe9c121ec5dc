import type { Delivery } from './delivery';
import type { VendorPage } from './vendor';

const LATEST = 8;

/** The start page's table of what a vendor has sent to webhooks. */
export function deliveriesTable(
	vendor: string,
	title: string,
	{ deliveries, webhooks }: { deliveries: Delivery[]; webhooks: unknown[] },
): VendorPage['tables'][number] {
	return {
		title: `${title} (${deliveries.length} to ${webhooks.length} webhooks)`,
		empty: 'None yet.',
		columns: ['Id', 'URL', 'Outcome', 'Sent'],
		rows: deliveries.slice(-LATEST).map(({ id, url, status, error, sentAt }) => ({
			cells: [String(id), url, String(status ?? error ?? 'under way'), sentAt],
			actions: [
				{ label: 'Deliver again', method: 'POST', path: `/${vendor}/deliveries/${id}/redeliver` },
			],
		})),
	};
}
