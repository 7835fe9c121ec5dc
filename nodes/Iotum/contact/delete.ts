import { operation } from '../../kit/operation';
import { path } from '../../kit/path';
import { post } from '../../kit/request';
import { wire } from '../wire';
import { contact, owned } from './fields';

export const remove = operation({
	name: 'Delete',
	action: 'Delete a contact',
	description: 'Remove somebody from the contacts',
	docs: 'seed 002, "Contacts" (contact/delete)',
	destructive: true,
	fields: contact,
	repeatable: false,
	answers: 'anything',
	request: ({ contactId, ...values }) =>
		post(path`/contact/delete`, { body: wire({ ...owned(values), contactId }) }),
	output: () => ({ deleted: true }),
});
