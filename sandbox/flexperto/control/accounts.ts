import type { FastifyInstance } from 'fastify';
import { issueKey } from '../access';
import { Refusal } from '../errors';
import type { Platform } from '../platform';
import { email, object, text } from '../schemas';
import { addAccount, ADMINISTRATOR_ID, findAccount, nextNumber } from '../state';
import type { Account } from '../types';
import type { AccountRequest, KeyRequest } from './client';

const role = { enum: ['ADMIN', 'EXPERT', 'CUSTOMER'] };

const accountFields = {
	salutation: text,
	firstName: text,
	lastName: text,
	email,
	roles: { type: 'array', minItems: 1, items: role },
	confirmed: { type: 'boolean' },
};

/** Accounts and API keys without the API. */
export function accountControl(app: FastifyInstance, platform: Platform): void {
	app.post<{ Body: KeyRequest }>(
		'/keys',
		{
			schema: {
				body: object({ userId: { type: 'integer' }, role, expiresInDays: { type: 'number' } }),
			},
		},
		async ({ body: { userId = ADMINISTRATOR_ID, role, expiresInDays } }) => {
			const account = role
				? createAccount(platform, { roles: [role] })
				: platform.state.accounts.get(userId);
			if (!account) throw new Refusal(404, `No user ${userId}.`);
			return issueKey(platform, account, expiresInDays);
		},
	);

	app.post<{ Body: AccountRequest }>(
		'/users',
		{ schema: { body: object(accountFields) } },
		async ({ body }) => createAccount(platform, body),
	);

	app.post<{ Body: AccountRequest & { count: number } }>(
		'/users/bulk',
		{
			schema: {
				body: object({ ...accountFields, count: { type: 'integer', minimum: 0 } }, ['count']),
			},
		},
		async ({ body: { count, ...fields } }) =>
			Array.from({ length: count }, () => createAccount(platform, fields)),
	);

	app.get('/users', async () => [...platform.state.accounts.values()]);
}

/** A confirmed expert with a name of its own, unless the fields say otherwise. */
export function createAccount(platform: Platform, fields: AccountRequest): Account {
	const number = nextNumber(platform.state, 'sample account');
	const email = fields.email ?? `person.${number}@tenant.example`;
	if (findAccount(platform.state, email)) {
		throw new Refusal(409, `An account with the e-mail ${email} exists already.`);
	}
	return addAccount(platform.state, {
		salutation: 'MR',
		firstName: 'Person',
		lastName: `Number ${number}`,
		roles: ['EXPERT'],
		confirmed: true,
		...fields,
		email,
	});
}
