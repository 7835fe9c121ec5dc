import { updateFields } from '../../kit/collection';
import { operation } from '../../kit/operation';
import { path } from '../../kit/path';
import { post } from '../../kit/request';
import { checkChanges, company } from '../fields';
import { wire } from '../wire';
import { changedCompany, customerId, partnerId } from './fields';

export const update = operation({
	name: 'Update',
	action: 'Update a company',
	description: 'Change a company; what is not named stays as it is',
	docs: 'seed 002, "Companies" (company/update)',
	fields: {
		...company,
		updateFields: updateFields({
			...changedCompany,
			customerId,
			partnerId,
		}),
	},
	repeatable: true,
	request({ companyId, updateFields }) {
		checkChanges(updateFields);
		return post(path`/company/update`, { body: wire({ companyId, ...updateFields }) });
	},
});
