import { flag } from '../../kit/choice';
import { filters } from '../../kit/collection';
import { listing } from '../../kit/listing';
import { path } from '../../kit/path';
import { post } from '../../kit/request';
import { wire } from '../wire';

export const getAll = listing({
	name: 'Get Many',
	action: 'Get many products',
	description: 'Get the plans and add-ons that a company can subscribe to',
	docs: 'seed 002, "Subscriptions" (subscription/fetch_products)',
	fields: {
		filters: filters({
			includeDescription: flag(
				'Include Description',
				true,
				'Whether each product comes with its description',
			),
		}),
	},
	repeatable: true,
	request: ({ filters, ...values }) =>
		post(path`/subscription/fetch_products`, { body: wire({ ...values, ...filters }) }),
});
