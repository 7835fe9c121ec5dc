import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { secondFails } from '../secondFails';
import { received, type Received } from './requests';
import type { FlexpertoSetup } from './setup';

interface TwoItems {
	/** The inputs of both, with expressions for what differs. */
	inputs: INodeParameters & { options?: INodeParameters };
	/** Two items, of which the second fails at the vendor. */
	items: Array<IDataObject | INodeExecutionData>;
	/** What the first item gives. */
	outputs: unknown[];
	/** The error of the second one, without the item's number. */
	error: { message: string; description: string; details?: unknown };
	/** What the vendor gets for both, in this order. */
	requests: Received[];
}

/** What every operation has in common when the second of two items fails. */
export function secondOfTwoItemsFails(
	name: `${string}.${string}`,
	flexperto: () => FlexpertoSetup,
	arrange: (setup: FlexpertoSetup) => Promise<TwoItems>,
): void {
	const runBoth = async (continueOnFail: boolean) => {
		const arranged = await arrange(flexperto());
		const { control, run } = flexperto();
		await control.clearRequests();
		const { inputs, items, requests } = arranged;
		const batching = { values: { concurrentRequests: 1, pause: 0 } };
		const options = { maxRetries: 0, batching, ...inputs.options };
		const result = await run(name, { inputs: { ...inputs, options }, items, continueOnFail });
		expect(received(await control.requests())).toEqual(requests);
		return { ...arranged, result };
	};

	secondFails(name, runBoth);
}
