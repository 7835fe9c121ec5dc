import type { INodeParameters } from 'n8n-workflow';

import { people } from '../../../Apizee/createOrGet';
import type { ApizeeSetup } from '../../../Apizee/setup';
import type { Work } from '../act';
import { running, TICKETS, type ApizeeAct } from './common';

/** What makes something once. */
export const writes: ApizeeAct[] = [
	{
		kind: 'write that may not',
		name: 'ticket.create',
		struck: { method: 'POST', path: TICKETS },
		isRepeatable: false,
		async begin(setup, options) {
			return {
				run: await running(setup, 'ticket.create', { ...people, options }),
				made: async () => (await setup.vendor.tickets()).length,
			};
		},
	},
];

const CASE = 'CASE-1';

async function creating(setup: ApizeeSetup, options: INodeParameters): Promise<Work> {
	const inputs = { ...people, reference: CASE, options };
	const run = await running(setup, 'ticket.createOrGet', inputs);
	const made = async () =>
		(await setup.vendor.tickets()).filter(({ reference }) => reference === CASE).length;
	return { run, again: run, made };
}

/** For a ticket that is there already. */
async function finding(setup: ApizeeSetup, options: INodeParameters): Promise<Work> {
	const inputs = { ...people, reference: '1234', options };
	const run = await running(setup, 'ticket.createOrGet', inputs);
	return { run, again: run };
}

/** A ticket that is found or made. */
export const composites: ApizeeAct[] = [
	{
		kind: 'composite',
		name: 'ticket.createOrGet: the look for it',
		struck: { method: 'GET', path: TICKETS },
		isRepeatable: true,
		begin: creating,
	},
	{
		kind: 'composite',
		name: 'ticket.createOrGet: create',
		struck: { method: 'POST', path: TICKETS },
		isLater: true,
		isRepeatable: false,
		looksAfterLoss: true,
		begin: creating,
	},
	{
		kind: 'composite',
		name: 'ticket.createOrGet: read the one that is there',
		struck: { method: 'GET', path: `${TICKETS}/*` },
		isLater: true,
		isRepeatable: true,
		begin: finding,
	},
];
