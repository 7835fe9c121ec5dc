import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { Setup } from '../Iotum/setup';
import { runInSession, type Call } from './calls';

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
	calls: Call[];
}

/** The error of an ID that is not there. */
export const unknown = (what: string): TwoItems['error'] => ({
	message: `VivoMeetings does not know what was asked for: No ${what}`,
	next: 'Check the IDs of this item',
	status: 404,
});

/** The error of inputs that the vendor refuses. */
export const refused = (why: string): TwoItems['error'] => ({
	message: `VivoMeetings did not accept the request: ${why}`,
	next: 'Check the inputs of this item',
	status: 422,
});

/** What every operation has in common when the second of two items fails. */
export function secondOfTwoItemsFails(
	name: `${string}.${string}`,
	vivoMeetings: () => Setup,
	arrange: (setup: Setup) => TwoItems | Promise<TwoItems>,
): void {
	const runBoth = async (continueOnFail: boolean) => {
		const setup = vivoMeetings();
		const { inputs, items, outputs, error, calls } = await arrange(setup);
		const batching = { values: { concurrentRequests: 1, pause: 0 } };
		const options = { maxRetries: 0, batching, ...inputs.options };
		const result = await runInSession(setup, name, {
			inputs: { ...inputs, options },
			items,
			continueOnFail,
		});
		expect(result.calls).toEqual(calls);
		const [method, path] = calls.at(-1)?.request.split(' ') ?? [];
		const url = `${setup.access.baseUrl}${path}`;
		const description = `${error.next}. ${method} ${url}: HTTP ${error.status}.`;
		return { outputs, message: `${error.message} [item 1]`, description, result };
	};

	describe(`${name} for two items of which the second fails`, () => {
		it('sends what the handbook says, outputs both and goes on with Continue On Fail', async () => {
			const { outputs, message, description, result } = await runBoth(true);
			expect(result.json).toEqual([...outputs, { error: message, message: description }]);
			expect(result.status).toBe('success');
			expect(result.items.map(({ pairedItem }) => pairedItem)).toEqual([
				...outputs.map(() => ({ item: 0 })),
				{ item: 1 },
			]);
		});

		it('stops without it, and says which item was done', async () => {
			const { message, description, result } = await runBoth(false);
			expect(result.items).toEqual([]);
			expect(result.error).toMatchObject({
				message,
				description: `${description} Items done before: 0.`,
				itemIndex: 1,
			});
		});
	});
}
