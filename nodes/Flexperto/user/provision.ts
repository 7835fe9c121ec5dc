import type { IDataObject } from 'n8n-workflow';
import { UserError } from 'n8n-workflow';

import { flag } from '../../kit/choice';
import { additionalFields, options } from '../../kit/collection';
import { textOf } from '../../kit/record';
import { task } from '../../kit/task';
import type { Tools } from '../../kit/tools';
import { actAsUser, newUser, newUserDetails, suppressEmailsOption } from '../fields';
import { confirmEmail } from './confirmEmail';
import { create, withoutPassword } from './create';
import { getAll } from './getAll';

const confirm = flag(
	'Confirm Email',
	true,
	'Whether to confirm the e-mail address in place of its owner',
);

export const provision = task({
	name: 'Provision',
	action: 'Provision a user',
	description: 'Find the account of an e-mail address or create it, so that it is there and usable',
	docs: 'seed 000, "Expert Provisioning"',
	fields: {
		...newUser,
		additionalFields: additionalFields({ ...newUserDetails, confirm }),
		options: options({ ...suppressEmailsOption, ...actAsUser }),
	},
	async run(values, tools) {
		const { email, roles, additionalFields, options } = values;
		const find = async (role?: string) => await findUser(tools, options, email, role);
		const known = await find(roles[0]);
		// The address is unique: a conflict means that the account has another role or that another
		// run has just created it.
		const made = known ? undefined : await tools.callUnless([409], create, values);
		if (made) tools.done(`${nameOf(made)} was created`, { userId: made.id });
		const user = known ?? made ?? (await find());
		const userId = textOf(user?.id);
		if (!user || userId === undefined) {
			throw new UserError(`Flexperto has an account of ${email}, but does not show it`, {
				description: 'Look for the account in Flexperto; it may belong to another tenant.',
			});
		}
		if (!made) checkRoles(email, user, roles);
		if (additionalFields.confirm ?? true) {
			// Also for a known account: an earlier run may have ended before this step.
			await tools.callUnless([409], confirmEmail, { userId, options });
		}
		return [{ json: { ...withoutPassword(user), created: made !== undefined } }];
	},
});

/** A vendor that answers with something else than a user gives no ID. */
const nameOf = ({ id }: IDataObject): string =>
	textOf(id) === undefined ? 'the user' : `user ${textOf(id)}`;

async function findUser(
	tools: Tools,
	options: { actingUserId?: string },
	email: string,
	role?: string,
): Promise<IDataObject | undefined> {
	const filters = role === undefined ? { email } : { email, role };
	for await (const user of tools.records(getAll, { filters, options })) {
		if (textOf(user.email)?.toLowerCase() === email.toLowerCase()) return user;
	}
	return undefined;
}

/** Roles are not changed behind the back of whoever gave them. */
function checkRoles(email: string, user: IDataObject, wanted: string[]): void {
	const has = [user.roles].flat();
	const missing = wanted.filter((role) => !has.includes(role));
	if (missing.length === 0) return;
	throw new UserError(`The account of ${email} exists without the role ${missing.join(', ')}`, {
		description: 'Give the account the role in Flexperto, or leave the role out here.',
	});
}
