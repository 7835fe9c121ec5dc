import { randomBytes } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';

import { additionalFields, options } from '../../kit/collection';
import { operation } from '../../kit/operation';
import { path } from '../../kit/path';
import { post } from '../../kit/request';
import { actAsUser, newUser, newUserDetails, suppressEmailsOption, suppressMails } from '../fields';
import { asUser } from '../impersonation';

/** A password that nobody knows; the signs at its end satisfy rules about kinds of signs. */
const unknownPassword = () => `${randomBytes(32).toString('base64url')}aA1!`;

/** The account as it is output: a vendor that sends the password back does not spread it. */
export const withoutPassword = (user: IDataObject): IDataObject =>
	Object.fromEntries(Object.entries(user).filter(([name]) => name !== 'password'));

export const create = operation({
	name: 'Create',
	action: 'Create a user',
	description: 'Create an account; its e-mail address still has to be confirmed',
	docs: 'seed 000, "Expert Provisioning" (CreateUser)',
	fields: {
		...newUser,
		additionalFields: additionalFields(newUserDetails),
		options: options({ ...suppressEmailsOption, ...actAsUser }),
	},
	repeatable: false,
	request({ email, firstName, lastName, roles, additionalFields: details, options }) {
		const { salutation, password = unknownPassword() } = details;
		return post(path`/users/users`, {
			query: suppressMails(options),
			body: { salutation, firstName, lastName, password, email, roles },
			secrets: [password],
			...asUser(options.actingUserId),
		});
	},
	output: withoutPassword,
});
