import { updateFields } from '../../kit/collection';
import { operation } from '../../kit/operation';
import { path } from '../../kit/path';
import { post } from '../../kit/request';
import { checkChanges, company, number } from '../fields';
import { wire } from '../wire';
import { changedCompany, customerId } from './fields';

export const update = operation({
	name: 'Update',
	action: 'Update a company',
	description: 'Change the name, the subdomain or your own IDs of a company',
	docs: 'seed 002, "Companies" (company/update)',
	fields: {
		...company,
		updateFields: updateFields({
			...changedCompany,
			customerId,
			partnerId: number('Partner ID', { description: 'For your reports; not shown to users' }),
		}),
	},
	repeatable: true,
	request({ companyId, updateFields }) {
		checkChanges(updateFields);
		return post(path`/company/update`, { body: wire({ companyId, ...updateFields }) });
	},
});
