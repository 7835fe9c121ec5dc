import type { ApizeeSetup } from './setup';

/** Signs the credential in, so that a fault meets the request it is meant for and no old token. */
export async function openSession({ run, control, access }: ApizeeSetup): Promise<void> {
	await run('ticket.get', { inputs: { ticketId: access.fixtures.doneTicketId } });
	await control.clearRequests();
}
