import { operation } from '../../kit/operation';
import { path } from '../../kit/path';
import { remove as request } from '../../kit/request';
import { ticket } from '../fields';

export const remove = operation({
	name: 'Delete',
	action: 'Delete a ticket',
	description: 'Remove a ticket from the account for good',
	docs: 'VENDOR-FACTS.md, Apizee (DELETE /tickets/{id}, inferred)',
	destructive: true,
	fields: ticket,
	repeatable: false,
	answers: 'anything',
	request: ({ ticketId }) => request(path`/tickets/${ticketId}`),
	output: () => ({ deleted: true }),
});
