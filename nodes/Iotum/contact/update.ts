import { updateFields } from '../../kit/collection';
import { operation } from '../../kit/operation';
import { path } from '../../kit/path';
import { post } from '../../kit/request';
import { checkChanges } from '../fields';
import { wire } from '../wire';
import { changedPerson, contact, owned } from './fields';

export const update = operation({
	name: 'Update',
	action: 'Update a contact',
	description: 'Change a contact; what is not named stays as it is',
	docs: 'seed 002, "Contacts" (contact/update)',
	fields: { ...contact, updateFields: updateFields(changedPerson) },
	repeatable: true,
	request({ contactId, updateFields, ...values }) {
		checkChanges(updateFields);
		return post(path`/contact/update`, {
			body: wire({ ...owned(values), contactId, ...updateFields }),
		});
	},
});
