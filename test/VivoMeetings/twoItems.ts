import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { asked, type Received } from '../Iotum/requests';
import type { Setup } from '../Iotum/setup';
import { secondOfTwoItemsFails as secondFails } from '../Iotum/twoItems';

interface TwoItems {
	/** The inputs of both, with expressions for what differs. */
	inputs: INodeParameters & { options?: INodeParameters };
	/** Two items, of which the second fails at the vendor. */
	items: IDataObject[];
	/** What the first item gives. */
	outputs: unknown[];
	/** The error of the second one: what happened, what to do next, and the status of the answer. */
	error: { message: string; next: string; status: number };
	/** What the vendor gets for both, in this order; the last one is refused. */
	calls: Received[];
}

/** The error of an ID that is not there, in the vendor's words. */
export const unknown = (what: string): TwoItems['error'] => ({
	message: `VivoMeetings does not know what was asked for: ${what}`,
	next: 'Check the IDs of this item',
	status: 404,
});

/** The error of inputs that the vendor refuses, in its words. */
export const refused = (why: string): TwoItems['error'] => ({
	message: `VivoMeetings did not accept the request: ${why}`,
	next: 'Check the inputs of this item',
	status: 422,
});

/** What every operation has in common when the vendor refuses the second of two items. */
export const secondOfTwoItemsFails = (
	name: `${string}.${string}`,
	vivoMeetings: () => Setup,
	arrange: (setup: Setup) => TwoItems | Promise<TwoItems>,
): void =>
	secondFails(name, vivoMeetings, async (setup) => {
		const { calls, error, ...both } = await arrange(setup);
		const { message, next, status } = error;
		const [method, path = ''] = calls.at(-1)?.request.split(' ') ?? [];
		const description = `${next}. ${asked(setup.access.baseUrl, path, status, method)}`;
		return { ...both, requests: calls, error: { message, description } };
	});
