import { options } from '../../kit/collection';
import { operation } from '../../kit/operation';
import { path } from '../../kit/path';
import { post } from '../../kit/request';
import { actAsUser, suppressEmailsOption, suppressMails, user } from '../fields';
import { asUser } from '../impersonation';

export const confirmEmail = operation({
	name: 'Confirm Email',
	action: 'Confirm the email of a user',
	description: 'Confirm the e-mail address of an account in place of its owner',
	docs: 'seed 000, "Expert Provisioning" (ConfirmEmail)',
	fields: { ...user, options: options({ ...suppressEmailsOption, ...actAsUser }) },
	repeatable: false,
	answers: 'anything',
	request: ({ userId, options }) =>
		post(path`/users/users/${userId}/confirm`, {
			query: suppressMails(options),
			...asUser(options.actingUserId),
		}),
	output: (_body, { userId }) => ({ success: true, userId }),
});
