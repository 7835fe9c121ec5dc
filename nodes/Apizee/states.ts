/** The states of a ticket. Source: VENDOR-FACTS.md, "Ticket states"; the last two come in webhooks. */
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
	opened: 'Opened',
	updated: 'Updated',
};
