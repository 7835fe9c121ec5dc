import { operation } from '../../kit/operation';
import { path } from '../../kit/path';
import { get as read } from '../../kit/request';
import { ticket } from '../fields';
import { SIMPLE, withAgentLink } from './fields';

export const get = operation({
	name: 'Get',
	action: 'Get a ticket',
	description: 'Get a ticket with its state and links',
	docs: 'VENDOR-FACTS.md, Apizee (GET /tickets/{id})',
	fields: ticket,
	simplify: SIMPLE,
	repeatable: true,
	request: ({ ticketId }) => read(path`/tickets/${ticketId}`),
	output: withAgentLink,
});
