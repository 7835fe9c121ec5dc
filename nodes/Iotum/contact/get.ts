import { operation } from '../../kit/operation';
import { path } from '../../kit/path';
import { post } from '../../kit/request';
import { wire } from '../wire';
import { contact, owned } from './fields';

export const get = operation({
	name: 'Get',
	action: 'Get a contact',
	description: 'Get the name, e-mail address and phones of a contact',
	docs: 'seed 002, "Contacts" (contact/fetch)',
	fields: contact,
	repeatable: true,
	request: ({ contactId, ...values }) =>
		post(path`/contact/fetch`, { body: wire({ ...owned(values), contactId }) }),
});
