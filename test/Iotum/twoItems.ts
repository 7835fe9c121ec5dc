import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';

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

	describe(`${name} for two items of which the second fails`, () => {
		it('sends what the guide says, outputs both in order and goes on with Continue On Fail', async () => {
			const { outputs, error, result } = await runBoth(true);
			expect(result.status).toBe('success');
			const { message, description, details } = error;
			const failed = {
				error: `${message} [item 1]`,
				message: description,
				...(details !== undefined && { details }),
			};
			expect(result.json).toEqual([...outputs, failed]);
			expect(result.items.map(({ pairedItem }) => pairedItem)).toEqual([
				...outputs.map(() => ({ item: 0 })),
				{ item: 1 },
			]);
		});

		it('stops without it, and says which item was done', async () => {
			const { error, result } = await runBoth(false);
			expect(result.items).toEqual([]);
			expect(result.error).toMatchObject({
				message: `${error.message} [item 1]`,
				description: `${error.description} Items done before: 0.`,
				itemIndex: 1,
			});
		});
	});
}
