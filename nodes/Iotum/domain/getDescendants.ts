import type { Callable } from '../../kit/definition';
import { path } from '../../kit/path';
import { isRecord } from '../../kit/record';
import { post } from '../../kit/request';
import { task } from '../../kit/task';

const descendants: Callable<void> = {
	repeatable: true,
	answers: 'json',
	request: () => post(path`/domain/descendants`, { body: {} }),
};

/** The seed shows one domain, which a reseller with several cannot mean: both forms are understood. */
export const getDescendants = task({
	name: 'Get Descendants',
	action: 'Get the descendants of a domain',
	description: 'Get the domains of your sub-resellers, one item each, with those below them inside',
	docs: 'seed 002, "Reseller" (domain/descendants)',
	fields: {},
	async run(_values, tools) {
		const answer = await tools.answer(descendants, undefined);
		return [answer]
			.flat()
			.filter(isRecord)
			.map((json) => ({ json }));
	},
});
