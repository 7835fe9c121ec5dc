import { additionalFields } from '../../kit/collection';
import { email } from '../../kit/email';
import { text } from '../../kit/field';
import { operation } from '../../kit/operation';
import { path } from '../../kit/path';
import { post } from '../../kit/request';
import { optionalCompany } from '../fields';
import { wire } from '../wire';
import { details, hostDetails, initial, NAME, SIMPLE } from './fields';

/** The inputs of a new host. */
export const newHost = {
	name: text('Name', { required: true, ...NAME }),
	email: email('Email', {
		required: true,
		description: 'Where invitations go, and what the host signs in with',
	}),
	additionalFields: additionalFields({ ...optionalCompany, ...initial, ...details }),
};

export const create = operation({
	name: 'Create',
	action: 'Create a host',
	description: 'Create an account that can hold meetings',
	docs: 'seed 002, "Hosts" (host/create)',
	fields: newHost,
	simplify: SIMPLE,
	repeatable: false,
	request({ name, email, additionalFields }) {
		const { companyId, password } = additionalFields;
		const body = { companyId, name, email, ...hostDetails(additionalFields) };
		return post(path`/host/create`, {
			body: wire(body),
			secrets: password === undefined ? [] : [password],
		});
	},
});
