import type { INodeParameters } from 'n8n-workflow';

import { received } from './requests';
import type { ApizeeSetup } from './setup';

export const people = { agent: 'alice.agent@apizee.example', email: 'nathan@example.com' };

/** The same as the vendor gets it. */
export const PEOPLE = 'agent=alice.agent%40apizee.example&email=nathan%40example.com';

/** What the vendor is asked to find a reference, which has to be encoded. */
export const lookUp = (reference: string) =>
	`GET tickets?orderby=date&order=desc&reference=${reference}&limit=100&offset=0`;

/** Creates or gets one ticket: what the user sees and what the vendor was asked for it. */
export async function createOrGet({ run, control }: ApizeeSetup, inputs: INodeParameters) {
	await control.clearRequests();
	const { json, error } = await run('ticket.createOrGet', { inputs: { ...people, ...inputs } });
	expect(error).toBeUndefined();
	const [ticket = {}] = json;
	return { ticket, requests: received(await control.requests()) };
}
