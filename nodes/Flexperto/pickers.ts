import { UserError } from 'n8n-workflow';

import { picker, type Current } from '../kit/picker';
import { path } from '../kit/path';
import { get } from '../kit/request';
import { asUser } from './impersonation';

/** Whom the node acts as, so that a picker shows what that user sees. */
const actingUserId = (current: Current) => current('actingUserId', 'options.actingUserId');

/** A time as people read it, in UTC as the vendor gives it: `2026-03-01 10:00`. */
const minute = (time: unknown) => String(time).slice(0, 16).replace('T', ' ');

export const users = picker({
	method: 'searchUsers',
	listed: { repeatable: true, request: () => get(path`/users/users`) },
	values: () => undefined,
	label: ({ firstName, lastName, email }) => `${firstName} ${lastName} (${email})`,
});

export const contractSessions = picker({
	method: 'searchContractSessions',
	listed: {
		repeatable: true,
		request: (user: string | undefined) =>
			get(path`/collaboration/contracts/contracts/sessions`, asUser(user)),
	},
	values: actingUserId,
	label: ({ id, name, customer_name: customer }) => `${name} (${customer}, session ${id})`,
});

export const documents = picker({
	method: 'searchDocuments',
	listed: {
		repeatable: true,
		request: ({ sessionId, user }: { sessionId: string; user: string | undefined }) =>
			get(path`/collaboration/contracts/contracts/documents`, {
				query: { sessionId },
				...asUser(user),
			}),
	},
	values(current) {
		const sessionId = current('listSessionId');
		if (sessionId !== undefined) return { sessionId, user: actingUserId(current) };
		throw new UserError('Choose a contract session first', {
			description: 'The list shows the documents of one session; or enter the document by ID.',
		});
	},
	label: ({ id, name, status }) => `${name} (${status}, document ${id})`,
});

export const archives = picker({
	method: 'searchArchives',
	listed: { repeatable: true, request: () => get(path`/communication/archives/archives`) },
	values: () => undefined,
	label: ({ id, status, createdAt }) => `${minute(createdAt)} ${status} (${id})`,
});
