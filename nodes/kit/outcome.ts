import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { Output } from './definition';
import { itemError, sentences, type Progress } from './error';

type ItemFailure = ReturnType<typeof itemError>;

/** What became of the items of a run. */
export interface Outcomes {
	/** Does something for items. A failure becomes theirs; the result is `undefined` then. */
	attempt<T>(
		items: number[],
		act: () => T | Promise<T>,
		work?: { progress: Progress },
	): Promise<T | undefined>;
	/** Notes the outputs of items, paired with them. */
	complete(items: number[], outputs: Output[]): void;
	/** Whether a failure ends the run, which it does without Continue On Fail. */
	failed(): boolean;
	/** All outputs in the order of the items; throws the failure of the earliest item instead. */
	output(): INodeExecutionData[];
}

export function trackOutcomes(context: IExecuteFunctions, secrets: readonly string[]): Outcomes {
	const outputs = new Map<number, INodeExecutionData[]>();
	const failures = new Map<number, ItemFailure>();
	const done: number[] = [];
	return {
		async attempt(items, act, work) {
			try {
				return await act();
			} catch (error) {
				const first = Math.min(...items);
				const failure = itemError(first, context.getNode(), error, secrets, work);
				if (!context.continueOnFail()) failures.set(first, failure);
				const json = errorJson(context, failure, work?.progress.data);
				for (const item of items) outputs.set(item, [{ json, pairedItem: { item } }]);
				return undefined;
			}
		},
		complete(items, results) {
			const first = Math.min(...items);
			const pairedItem = items.length > 1 ? items.map((item) => ({ item })) : { item: first };
			outputs.set(
				first,
				results.map(({ item, ...result }) => ({
					...result,
					pairedItem: item === undefined ? pairedItem : { item },
				})),
			);
			done.push(...items);
		},
		failed: () => failures.size > 0,
		output() {
			const [first] = inItemOrder([...failures]);
			if (first) throw withDone(first[1], done);
			return inItemOrder([...outputs]).flatMap(([, items]) => items);
		},
	};
}

const inItemOrder = <T>(entries: Array<[number, T]>) =>
	entries.sort(([one], [other]) => one - other);

/** The failure that ends a run, with the items that are done, as n8n drops their outputs. */
function withDone(failure: ItemFailure, done: number[]): ItemFailure {
	if (done.length === 0) return failure;
	const items = done.sort((one, other) => one - other).join(', ');
	failure.description = sentences(failure.description, `Items done before: ${items}.`);
	return failure;
}

/**
 * What an error item carries. n8n knows an error item by `error` and `message`, which unlike an item's
 * own error reach the next node; n8n 1 does not know one that has `details` too, so those are left
 * out where it has to be told apart for the error output. The message tells them in words as well.
 */
export function errorJson(
	context: IExecuteFunctions,
	{ message, description }: ItemFailure,
	details: IDataObject = {},
): IDataObject {
	const isSorted = context.getNode().onError === 'continueErrorOutput';
	return {
		error: message,
		...(description && { message: description }),
		...(Object.keys(details).length > 0 && !isSorted && { details }),
	};
}
