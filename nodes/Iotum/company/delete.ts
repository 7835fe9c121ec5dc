import { operation } from '../../kit/operation';
import { path } from '../../kit/path';
import { post } from '../../kit/request';
import { company } from '../fields';
import { wire } from '../wire';

export const remove = operation({
	name: 'Delete',
	action: 'Delete a company',
	description: 'Delete a company with all its hosts and subscriptions',
	docs: 'seed 002, "Companies" (company/delete)',
	destructive: true,
	fields: company,
	repeatable: false,
	answers: 'anything',
	request: (values) => post(path`/company/delete`, { body: wire(values) }),
	output: () => ({ deleted: true }),
});
