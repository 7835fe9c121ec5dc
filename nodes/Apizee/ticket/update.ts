import { refusal } from '../../kit/error';
import { operation } from '../../kit/operation';
import { path } from '../../kit/path';
import { put } from '../../kit/request';
import { updateFields } from '../../kit/collection';
import { notice } from '../../kit/field';
import { ticket } from '../fields';
import { customParameters, parameters, secretValues } from '../parameters';
import { SIMPLE, withAgentLink } from './fields';

export const update = operation({
	name: 'Update',
	action: 'Update a ticket',
	description: 'Change a ticket, by parameters that your reference of the API names',
	docs: 'VENDOR-FACTS.md, Apizee (PUT /tickets/{id}, inferred)',
	fields: {
		inferredNotice: notice(
			'The vendor has this request, but does not publish how it is made; it was inferred from the one that creates tickets. Try it with a ticket of your own first.',
		),
		...ticket,
		updateFields: updateFields({ customParameters }),
	},
	simplify: [...SIMPLE, 'success'],
	repeatable: false,
	request({ ticketId, updateFields: { customParameters: custom } }) {
		const query = parameters({}, custom);
		const secrets = secretValues(custom);
		if (Object.keys(query).length > 0) return put(path`/tickets/${ticketId}`, { query, secrets });
		throw refusal('Update Fields', 'is empty', 'Add at least one custom parameter to change');
	},
	answers: 'anything',
	output: (body, { ticketId }) =>
		body.id === undefined ? { success: true, id: ticketId } : withAgentLink(body),
});
