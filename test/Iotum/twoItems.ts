import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { secondFails } from '../secondFails';
import { received, sessionTokens, type Received } from './requests';
import type { Setup } from './setup';

interface TwoItems {
	/** The inputs of both, with expressions for what differs. */
	inputs?: INodeParameters & { options?: INodeParameters };
	/** Two items, of which the second fails at the vendor. */
	items: Array<IDataObject | INodeExecutionData>;
	/** What the first item gives. */
	outputs: unknown[];
	/** The error of the second one, without the item's number. */
	error: { message: string; description: string; details?: unknown };
	/** What the vendor gets for both, in this order. */
	requests: Received[];
	/** What is in no output, error or log, beside the credential and the session's token. */
	secrets?: string[];
}

/** What every operation has in common when the second of two items fails. */
export function secondOfTwoItemsFails(
	name: `${string}.${string}`,
	started: () => Setup,
	arrange: (setup: Setup) => TwoItems | Promise<TwoItems>,
): void {
	const runBoth = async (continueOnFail: boolean) => {
		const arranged = await arrange(started());
		const { control, run, access } = started();
		await control.clearRequests();
		const { inputs, items, requests, secrets = [] } = arranged;
		const batching = { values: { concurrentRequests: 1, pause: 0 } };
		const options = { maxRetries: 0, batching, ...inputs?.options };
		const result = await run(name, { inputs: { ...inputs, options }, items, continueOnFail });
		const sent = await control.requests();
		expect(received(sent)).toEqual(requests);
		const { json, error, logs } = result;
		const { apiToken, password } = access.resellerAdmin;
		for (const secret of [apiToken, password, ...sessionTokens(sent), ...secrets]) {
			expect(JSON.stringify([json, error, logs])).not.toContain(secret);
		}
		return { ...arranged, result };
	};

	secondFails(name, runBoth);
}
