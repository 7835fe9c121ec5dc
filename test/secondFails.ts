import type { NodeRunResult } from './harness/runNode';

/** A run of two items of which the second fails, and what is expected of it. */
interface BothRun {
	/** What the first item gives. */
	outputs: unknown[];
	/** The error of the second one, without the item's number. */
	error: { message: string; description: string; details?: unknown };
	result: NodeRunResult;
}

/** What the user sees of every operation when the second of two items fails. */
export function secondFails(
	name: string,
	runBoth: (continueOnFail: boolean) => Promise<BothRun>,
): void {
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
