import { additionalFields } from '../../kit/collection';
import { text } from '../../kit/field';
import { operation } from '../../kit/operation';
import { path } from '../../kit/path';
import { post } from '../../kit/request';
import { parameters, secretValues } from '../parameters';
import { details, newTicket, people, reference, SIMPLE, withAgentLink } from './fields';

export const create = operation({
	name: 'Create',
	action: 'Create a ticket',
	description: 'Open a remote assistance session of an agent with a customer',
	docs: 'seed 003, "Get a video assistance room" (POST /tickets)',
	fields: {
		...people,
		additionalFields: additionalFields({ ...details, reference: text('Reference', reference) }),
	},
	simplify: SIMPLE,
	repeatable: false,
	request(values) {
		const { reference: key, customParameters } = values.additionalFields;
		const query = parameters(newTicket({ ...values, reference: key }), customParameters);
		return post(path`/tickets`, { query, secrets: secretValues(customParameters) });
	},
	output: withAgentLink,
});
