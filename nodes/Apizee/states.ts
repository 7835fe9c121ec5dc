/** The states of a ticket. Source: VENDOR-FACTS.md, "Ticket states". */
export const STATES = {
	new: 'New',
	open: 'Open',
	invited: 'Invited',
	inprogress: 'In Progress',
	done: 'Done',
	closed: 'Closed',
	rejected: 'Rejected',
	declined: 'Declined',
	expired: 'Expired',
	cancelled: 'Cancelled',
};

/** The states in webhooks. Source: dev.apirtc.com, "Webhooks", properties of a ticket. */
export const REPORTED_STATES = { ...STATES, opened: 'Opened', updated: 'Updated' };
