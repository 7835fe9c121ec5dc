import { filters } from '../../kit/collection';
import { listing } from '../../kit/listing';
import { path } from '../../kit/path';
import { post } from '../../kit/request';
import { emailFilter, withEmail } from '../fields';
import { wire } from '../wire';
import { owned, owner } from './fields';

export const getAll = listing({
	name: 'Get Many',
	action: 'Get many contacts',
	description: 'Get the contacts that can be invited to conferences',
	docs: 'seed 002, "Contacts" (contact/fetch_all)',
	fields: { ...owner, filters: filters(emailFilter) },
	id: 'contact_id',
	repeatable: true,
	request: (values) => post(path`/contact/fetch_all`, { body: wire(owned(values)) }),
	filter: ({ filters: { email } }) => withEmail(email),
});
