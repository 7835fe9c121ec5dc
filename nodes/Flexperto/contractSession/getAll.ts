import { flag } from '../../kit/choice';
import { filters, options } from '../../kit/collection';
import { text } from '../../kit/field';
import { listing } from '../../kit/listing';
import { path } from '../../kit/path';
import { get } from '../../kit/request';
import { actAsUser } from '../fields';
import { asUser } from '../impersonation';
import { SIMPLE_SESSION } from './simple';

export const getAll = listing({
	name: 'Get Many',
	action: 'Get many contract sessions',
	description: 'Get contract sessions, for instance those that are completely signed',
	docs: 'seed 000, "Asynchronous Flow" (the address of the list is not written out there)',
	fields: {
		filters: filters({
			name: text('Name', { description: 'A part of the session’s name, in any case' }),
			transactionCompleted: flag(
				'Transaction Completed',
				true,
				'Whether all signatures of the session have been placed',
			),
		}),
		options: options(actAsUser),
	},
	repeatable: true,
	request: ({ options }) =>
		get(path`/collaboration/contracts/contracts/sessions`, asUser(options.actingUserId)),
	filter({ filters: { name, transactionCompleted } }) {
		if (name === undefined && transactionCompleted === undefined) return undefined;
		const part = name?.toLowerCase() ?? '';
		return (session) => {
			const completed = session.transaction_completed === true;
			return (
				completed === (transactionCompleted ?? completed) &&
				String(session.name).toLowerCase().includes(part)
			);
		};
	},
	simplify: SIMPLE_SESSION,
});
