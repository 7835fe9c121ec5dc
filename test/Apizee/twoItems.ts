import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { secondFails } from '../secondFails';
import { authorizations, received } from './requests';
import type { ApizeeSetup } from './setup';

interface TwoItems {
	/** The inputs of both, with expressions for what differs. */
	inputs?: INodeParameters & { options?: INodeParameters };
	/** Two items, of which the second fails at the vendor. */
	items: Array<IDataObject | INodeExecutionData>;
	/** What the first item gives. */
	outputs: unknown[];
	/** The error of the second one, without the item's number. */
	error: { message: string; description: string };
	/** What the vendor gets for both, in this order, as `received` gives it. */
	requests: string[];
	/** What is in no output, error or log, beside the password and the token. */
	secrets?: string[];
}

/** What every operation has in common when the second of two items fails. */
export function secondOfTwoItemsFails(
	name: `${string}.${string}`,
	started: () => ApizeeSetup,
	arrange: (setup: ApizeeSetup) => TwoItems | Promise<TwoItems>,
): void {
	const runBoth = async (continueOnFail: boolean) => {
		const arranged = await arrange(started());
		const { control, run, access, vendor } = started();
		await control.clearRequests();
		const { inputs, items, requests, secrets = [] } = arranged;
		const batching = { values: { concurrentRequests: 1, pause: 0 } };
		const options = { maxRetries: 0, batching, ...inputs?.options };
		const result = await run(name, { inputs: { ...inputs, options }, items, continueOnFail });
		const sent = await control.requests();
		expect(received(sent)).toEqual(requests);
		const [authorization, ...others] = authorizations(sent);
		const tokens = (await vendor.tokens()).map(({ token }) => token);
		expect(tokens.map((token) => `Bearer ${token}`)).toContain(authorization);
		expect(others).toEqual([]);
		const { json, error, logs } = result;
		for (const secret of [access.agent.password, ...tokens, ...secrets]) {
			expect(JSON.stringify([json, error, logs])).not.toContain(secret);
		}
		return { ...arranged, result };
	};

	secondFails(name, runBoth);
}
