import { listing } from '../../kit/listing';
import { path } from '../../kit/path';
import { post } from '../../kit/request';
import { company } from '../fields';
import { wire } from '../wire';

export const getAll = listing({
	name: 'Get Many',
	action: 'Get many subscriptions',
	description:
		'Get the active and suspended subscriptions of a company; canceled ones are not kept',
	docs: 'seed 002, "Subscriptions" (subscription/fetch)',
	fields: company,
	repeatable: true,
	request: (values) => post(path`/subscription/fetch`, { body: wire(values) }),
});
