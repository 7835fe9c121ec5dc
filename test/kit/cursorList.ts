import type { INodeParameters } from 'n8n-workflow';

import { listing } from '../../nodes/kit/listing';
import { path } from '../../nodes/kit/path';
import { post } from '../../nodes/kit/request';
import type { NodeRun } from '../harness/runNode';
import { useSample } from './sampleNode';

const getAll = listing({
	name: 'Get Many',
	action: 'Get many things',
	description: 'Get the things',
	docs: 'none',
	fields: {},
	repeatable: true,
	request: () => post(path`/things`, { body: { owner: 7 } }),
});

/** So many records, numbered from 1. */
export const upTo = (count: number) =>
	Array.from({ length: count }, (_none, index) => ({ id: index + 1 }));

/** A node with a list of things, and what tests do with it. */
export function useCursorList() {
	const sample = useSample({ thing: { name: 'Thing', operations: { getAll } } });
	return {
		sample,
		/** The bodies that the vendor got. */
		askedPages: () =>
			sample()
				.server.received()
				.map(({ body }) => body),
		/** Gets so many things, or all. */
		async getMany(limit?: number, run: Partial<NodeRun> = {}) {
			const chosen: INodeParameters =
				limit === undefined ? { returnAll: true } : { returnAll: false, limit };
			const inputs = { ...chosen, options: { maxRetries: 0 } };
			return await sample().run('thing.getAll', { inputs, ...run });
		},
	};
}
