import { filters } from '../../kit/collection';
import { text } from '../../kit/field';
import { listing } from '../../kit/listing';
import { path } from '../../kit/path';
import { get } from '../../kit/request';
import { sorting } from '../fields';
import { reference, SIMPLE, withAgentLink } from './fields';

export const getAll = listing({
	name: 'Get Many',
	action: 'Get many tickets',
	description: 'Get tickets, for instance by the number of a support case',
	docs: 'seed 003, "Get a ticket ID from a reference" (GET /tickets)',
	fields: {
		filters: filters({
			...sorting,
			reference: text('Reference', {
				...reference,
				description: 'Only tickets with this reference, such as the number of a support case',
			}),
		}),
	},
	simplify: SIMPLE,
	repeatable: true,
	request: ({ filters: query }) => get(path`/tickets`, { query }),
	output: withAgentLink,
});
