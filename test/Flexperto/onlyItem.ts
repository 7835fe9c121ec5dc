import type { INodeExecutionData } from 'n8n-workflow';

import type { NodeRunResult } from '../harness/runNode';

/** The one item of a run's output. */
export function onlyItem({ items, error }: NodeRunResult): INodeExecutionData {
	const [item, ...more] = items;
	if (item && more.length === 0) return item;
	throw new Error(`One item was expected, but there are ${items.length}. ${error?.message ?? ''}`);
}
