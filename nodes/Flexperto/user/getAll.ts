import { filters, options } from '../../kit/collection';
import { email } from '../../kit/email';
import { listing } from '../../kit/listing';
import { path } from '../../kit/path';
import { get } from '../../kit/request';
import { actAsUser, roleFilter } from '../fields';
import { asUser } from '../impersonation';

export const getAll = listing({
	name: 'Get Many',
	action: 'Get many users',
	description: 'Get the accounts of the tenant: experts, customers and administrators',
	docs: 'seed 000, "Expert Provisioning" (ListUsers)',
	fields: {
		filters: filters({ email: email('Email'), role: roleFilter }),
		options: options(actAsUser),
	},
	repeatable: true,
	request: ({ filters: { email, role }, options }) =>
		get(path`/users/users`, {
			query: { email, role: role?.toLowerCase() },
			...asUser(options.actingUserId),
		}),
});
