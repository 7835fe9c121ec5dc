import type { INodeExecutionData } from 'n8n-workflow';

import type { NodeRunResult } from '../../harness/runNode';
import type { Active } from '../../harness/activeWorkflow';
import type { Outcome, Work } from './act';

/** How often what was wanted is in an output. */
export type Count = (items: INodeExecutionData[]) => number;

/** A list of so many entries, which is there when it is whole. */
export const listOf =
	(length: number): Count =>
	(items) =>
		items.length === length ? 1 : 0;

/** Files of so many bytes. */
export const fileOf =
	(bytes: number): Count =>
	(items) =>
		items.filter(({ binary }) => binary?.data?.bytes === bytes).length;

/** What came of a run of an operation. */
export const outcomeOf = ({ error, items }: NodeRunResult, count?: Count): Outcome =>
	error ? { failure: told(error) } : { found: count?.(items) };

/** What the user reads of an error. */
export function told(error: unknown): { message: string; description: string } {
	const { message, description } = Object(error);
	return { message: String(message), description: String(description ?? '') };
}

/** Something that throws where it fails. */
export const attempt =
	(act: () => Promise<unknown>): (() => Promise<Outcome>) =>
	async () =>
		await act().then(
			() => ({}),
			(error: unknown) => ({ failure: told(error) }),
		);

/** A look of a trigger that has one event to find; the look after a failed one has to find it. */
export function looking(active: Active, entry: string, id: unknown): Work {
	const look = async (): Promise<Outcome> => {
		const [tick] = await active.tick();
		if (tick?.error) return { failure: told(tick.error) };
		const items = tick?.emitted?.[0] ?? [];
		return { found: items.filter(({ json }) => json[entry] === id).length };
	};
	return { run: look, again: look };
}
