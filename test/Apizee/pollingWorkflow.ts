import { DateTime } from 'luxon';
import type { INodeParameters } from 'n8n-workflow';

import type { Ticket } from '../../sandbox/apizee/tickets/types';
import type { Tick } from '../harness/activeWorkflow';
import type { WorkflowJson } from '../harness/run';
import type { ApizeeSetup } from './setup';
import { foundOf, triggerWorkflow } from './triggerWorkflow';

export { letPass, RESTART } from '../polling';
export { found, foundOf, withInputs } from '../triggerWorkflow';

type Event = 'ticketDone' | 'ticketStateChanged' | 'conferenceEnded' | 'newMedia';

/** A workflow that looks for an event; without repetitions, so that no test waits. */
export const watching = (
	event: Event,
	{ options, ...inputs }: INodeParameters = {},
): WorkflowJson =>
	triggerWorkflow('apizeePollingTrigger', {
		event,
		...inputs,
		options: { maxRetries: 0, ...Object(options) },
	});

/** What the node also hands over of what is there at the first look. */
export const withExisting = { options: { includeExisting: true } };

/** The numbers of what a look handed over; null means nothing new. */
export const foundIds = (ticks: Tick[]) => foundOf('id', ticks);

export const idsOf = (things: Array<{ id: number }>): number[] => things.map(({ id }) => id);

/** A moment so many days ago (or ahead, when negative), as the sandbox's control takes it. */
export const daysAgo = (days: number): string => DateTime.utc().minus({ days }).toISO();

/** A moment as the vendor writes it. */
export const stamp = (moment: number): string =>
	DateTime.fromMillis(moment, { zone: 'utc' }).toFormat("yyyy-MM-dd'T'HH:mm:ssZZ");

/** The ticket with its state, as the vendor's list has it; made for the agent of the fixtures. */
export const listed = (ticket: Ticket, portal: string) => ({
	id: ticket.id,
	state: ticket.state,
	reference: ticket.reference,
	created: stamp(ticket.created),
	modified: stamp(ticket.modified),
	start_time: stamp(ticket.start),
	end_time: stamp(ticket.end),
	subject: null,
	type: '',
	description: null,
	agent: 'alice.agent@apizee.example',
	requestor_url: `${portal}/diag?convId=${ticket.roomKey}&pwd=${ticket.roomPassword}`,
	requestor: { phone: ticket.phone },
	information_page_url: `${portal}/information/${ticket.roomKey.slice(0, 10)}`,
	service_key: '115f89503138416a242f40fb7d7f338e',
});

let users = 0;

/** Has the credential be of somebody else from now on, whose quota is untouched; the password. */
export async function becomeNewUser(setup: ApizeeSetup): Promise<string> {
	const { engine, vendor, credentials } = setup;
	const [user] = await vendor.addUsers({ name: `Robot Number ${++users}` });
	const { username = '', password = '' } = user ?? {};
	engine.credentials.apizeeApi = { ...credentials.apizeeApi, username, password };
	return password;
}
