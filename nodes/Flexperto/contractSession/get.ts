import { UserError } from 'n8n-workflow';

import { options } from '../../kit/collection';
import { textOf } from '../../kit/record';
import { task } from '../../kit/task';
import { actAsUser, contractSession } from '../fields';
import { getAll } from './getAll';
import { SIMPLE_SESSION } from './simple';

export const get = task({
	name: 'Get',
	action: 'Get a contract session',
	description: 'Get one contract session; Flexperto has only the list, which is searched for it',
	docs: 'seed 000, "Asynchronous Flow"',
	fields: { ...contractSession, options: options(actAsUser) },
	async run({ sessionId, options }, tools) {
		for await (const session of tools.records(getAll, { filters: {}, options })) {
			if (textOf(session.id) === sessionId) return [{ json: session }];
		}
		throw new UserError(`Flexperto lists no contract session ${sessionId}`, {
			description: 'Check the ID, and whether Options > Act as User may see the session.',
		});
	},
	simplify: SIMPLE_SESSION,
});
