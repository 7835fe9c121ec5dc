import { additionalFields } from '../../kit/collection';
import { operation } from '../../kit/operation';
import { path } from '../../kit/path';
import { post } from '../../kit/request';
import { number } from '../fields';
import { wire } from '../wire';
import {
	accentColor,
	currency,
	customerId,
	newCompany,
	openidProvider,
	partnerId,
	primaryColor,
} from './fields';

export const create = operation({
	name: 'Create',
	action: 'Create a company',
	description: 'Create a company, which is a customer of the reseller',
	docs: 'seed 002, "Companies" (company/create)',
	fields: {
		...newCompany,
		additionalFields: additionalFields({
			accentColor,
			currency,
			customerId,
			openidProvider,
			partnerId,
			primaryColor,
			productId: number('Product ID', {
				description: 'What it subscribes to; left empty, the default of the reseller’s domain',
			}),
		}),
	},
	repeatable: false,
	request: ({ subdomain, name, additionalFields }) =>
		post(path`/company/create`, { body: wire({ subdomain, name, ...additionalFields }) }),
});
