import { options } from '../../kit/collection';
import { polledEvent } from '../../kit/event';
import { actAsUser } from '../fields';
import { followSessions } from './sessions';

export const contractSessionCompleted = polledEvent({
	name: 'Contract Session Completed',
	description: 'All signatures of a contract session have been placed',
	docs: 'seed 000, "Asynchronous Flow" (transaction_completed)',
	fields: { options: options(actAsUser) },
	includesExisting: false,
	scope: ({ options }) => options.actingUserId,
	async look(tools, { options }, before) {
		const { completed, state } = await followSessions(tools, options, before);
		return { found: completed, state };
	},
});
