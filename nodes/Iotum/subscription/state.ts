import type { About } from '../../kit/definition';
import { operation } from '../../kit/operation';
import type { Path } from '../../kit/path';
import { post } from '../../kit/request';
import { company, product } from '../fields';
import { wire } from '../wire';

/** Changes the state of one subscription. Source: seed 002, "Subscriptions". */
export const stateChange = (about: About, at: Path) =>
	operation({
		...about,
		fields: { ...company, ...product },
		repeatable: false,
		answers: 'anything',
		request: (values) => post(at, { body: wire(values) }),
		output: (_body, { companyId, slug }) => ({ success: true, companyId, slug }),
	});

/**
 * Changes the state of all subscriptions of a company, which the vendor goes on doing after its answer
 * (202). Its list of inputs names a slug, its samples do not: none is sent.
 */
export const stateChangeOfAll = (about: About, at: Path) =>
	operation({
		...about,
		fields: company,
		repeatable: false,
		answers: 'anything',
		request: (values) => post(at, { body: wire(values) }),
		output: (_body, { companyId }) => ({ accepted: true, success: true, companyId }),
	});
