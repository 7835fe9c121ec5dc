import { options } from '../../kit/collection';
import { listing } from '../../kit/listing';
import { path } from '../../kit/path';
import { get } from '../../kit/request';
import { actAsUser, contractSession } from '../fields';
import { asUser } from '../impersonation';

export const getAll = listing({
	name: 'Get Many',
	action: 'Get many documents',
	description: 'Get the documents of a contract session with their states',
	docs: 'seed 000, "Asynchronous Flow"',
	fields: { ...contractSession, options: options(actAsUser) },
	repeatable: true,
	request: ({ sessionId, options }) =>
		get(path`/collaboration/contracts/contracts/documents`, {
			query: { sessionId },
			...asUser(options.actingUserId),
		}),
});
