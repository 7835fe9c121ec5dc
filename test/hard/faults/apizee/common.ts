import type { INodeParameters } from 'n8n-workflow';

import { openSession } from '../../../Apizee/openSession';
import type { ApizeeSetup } from '../../../Apizee/setup';
import type { Act, Outcome } from '../act';
import { outcomeOf, type Count } from '../operations';

export type ApizeeAct = Act<ApizeeSetup>;

export const TICKETS = '/api/tickets';

/** An operation that is run with these inputs, with a token that was accepted. */
export async function running(
	setup: ApizeeSetup,
	name: `${string}.${string}`,
	inputs: INodeParameters,
	count?: Count,
): Promise<() => Promise<Outcome>> {
	await setup.vendor.setQuota({ enabled: false });
	await openSession(setup);
	return async () => outcomeOf(await setup.run(name, { inputs }), count);
}

/** The work of reading a ticket. */
export const reading = async (setup: ApizeeSetup, options: INodeParameters) =>
	await running(setup, 'ticket.get', { ticketId: setup.access.fixtures.doneTicketId, options });
