import { operation } from '../../kit/operation';
import { path } from '../../kit/path';
import { put } from '../../kit/request';
import { company, product } from '../fields';
import { wire } from '../wire';
import { hostLimit } from './create';

const unset = { ...hostLimit.property, required: true, default: 0 };

export const update = operation({
	name: 'Update',
	action: 'Update a subscription',
	description: 'Change how many hosts a subscription is for, which changes what it costs',
	docs: 'seed 002, "Subscriptions" (subscription/update)',
	// No number is offered, as it decides what the company pays.
	fields: { ...company, ...product, hostLimit: { ...hostLimit, property: unset } },
	repeatable: true,
	answers: 'anything',
	request: (values) => put(path`/subscription/update`, { body: wire(values) }),
	output: (_body, { companyId, slug }) => ({ success: true, companyId, slug }),
});
