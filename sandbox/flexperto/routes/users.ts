import type { FastifyInstance } from 'fastify';
import { htmlPage } from '../../html';
import { idOf } from '../../ids';
import { requireAccess } from '../access';
import { Refusal } from '../errors';
import { now, timestamp, type Platform } from '../platform';
import {
	email,
	mailParameters,
	object,
	page,
	paging,
	text,
	type MailQuery,
	type PagingQuery,
} from '../schemas';
import { addAccount, findAccount } from '../state';
import { readToken, signToken } from '../tokens';
import type { Account, Mail, User } from '../types';

const USERS = '/api/v2/users/users';

type NewUser = Omit<User, 'id'> & { password: string };

const userFields = {
	salutation: { type: 'string', pattern: '^[A-Z_]+$' },
	firstName: text,
	lastName: text,
	password: text,
	email,
	roles: {
		type: 'array',
		minItems: 1,
		uniqueItems: true,
		items: { enum: ['EXPERT', 'CUSTOMER', 'ADMIN'] },
	},
};

/** Seed 000, Expert Provisioning. Own choice: these endpoints are the administrator's. */
export function userRoutes(app: FastifyInstance, platform: Platform): void {
	const preValidation = requireAccess(platform, 'administrator');

	/** ListUsers. Roles are lower case in the query and upper case in bodies; default page 20. */
	app.get<{ Querystring: PagingQuery & { role?: string; email?: string } }>(
		USERS,
		{
			preValidation,
			schema: {
				querystring: object({
					...paging,
					role: { type: 'string', enum: ['expert', 'customer', 'admin'] },
					email: text,
				}),
			},
		},
		async ({ query }) => {
			const { role, email } = query;
			const found = email === undefined ? undefined : findAccount(platform.state, email);
			const candidates = email === undefined ? [...platform.state.accounts.values()] : [found];
			const matching = candidates
				.filter((account) => account !== undefined)
				.filter(({ roles }) => !role || roles.some((own) => own.toLowerCase() === role));
			const { items, ...rest } = page(matching, query, 20);
			return { items: items.map(shownUser), ...rest };
		},
	);

	/** CreateUser. The e-mail is an account's unique identifier. */
	app.post<{ Body: NewUser; Querystring: MailQuery }>(
		USERS,
		{
			preValidation,
			schema: {
				querystring: mailParameters,
				body: object(userFields, ['firstName', 'lastName', 'password', 'email', 'roles']),
			},
		},
		async ({ body, query }, reply) => {
			const { salutation, firstName, lastName, email, roles } = body;
			if (findAccount(platform.state, email)) {
				throw new Refusal(409, `An account with the e-mail ${email} exists already.`);
			}
			const account = addAccount(platform.state, {
				salutation,
				firstName,
				lastName,
				email,
				roles,
				confirmed: false,
			});
			mail(platform, query, {
				kind: 'email confirmation',
				to: account.email,
				link: confirmationLink(platform, account),
			});
			return reply.code(201).send(shownUser(account));
		},
	);

	/**
	 * ConfirmEmail. The seed's sample sends the user's data along, although nothing is left to say:
	 * a body is accepted and ignored. Confirming twice changes nothing.
	 */
	app.post<{ Params: { id: string }; Querystring: MailQuery }>(
		`${USERS}/:id/confirm`,
		{
			preValidation,
			schema: {
				querystring: mailParameters,
				body: { ...object(userFields), nullable: true },
			},
		},
		async ({ params, query }) => {
			const account = platform.state.accounts.get(idOf(params.id));
			if (!account) throw new Refusal(404, `No user ${params.id}.`);
			if (!account.confirmed) {
				account.confirmed = true;
				mail(platform, query, { kind: 'welcome', to: account.email });
			}
			return shownUser(account);
		},
	);

	/** The link in the confirmation e-mail. Own choice: valid for a week. */
	app.get<{ Params: { token: string } }>('/confirm/:token', async ({ params }, reply) => {
		const claims = readToken(params.token, 'confirm');
		const account = platform.state.accounts.get(Number(claims?.['sub']));
		reply.type('text/html; charset=utf-8');
		if (!claims || !account || claims.exp * 1000 <= now(platform)) {
			return reply.code(404).send(htmlPage('Unknown link', 'This link is not valid.'));
		}
		account.confirmed = true;
		return htmlPage('Confirmed', `The e-mail address ${account.email} is confirmed.`);
	});
}

function confirmationLink(platform: Platform, { id }: Account): string {
	const exp = Math.floor(now(platform) / 1000) + 7 * 24 * 3600;
	return `${platform.urls['api']}/confirm/${signToken({ aud: 'confirm', sub: String(id), exp })}`;
}

/** Seed 000: with supressMails=true nothing is sent. Own choice: left out means false. */
export function mail(
	platform: Platform,
	{ supressMails }: MailQuery,
	message: Omit<Mail, 'sentAt'>,
): void {
	if (supressMails === 'true') return;
	platform.state.mails.push({ ...message, sentAt: timestamp(platform) });
}

/** The fields of a user that the API shows, in the seed's order. */
function shownUser({ id, salutation, firstName, lastName, email, roles }: Account): User {
	return { id, salutation, firstName, lastName, email, roles };
}
