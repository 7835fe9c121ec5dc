import { operation } from '../../kit/operation';
import { path } from '../../kit/path';
import { remove as request } from '../../kit/request';
import { conference } from '../fields';

export const remove = operation({
	name: 'Delete',
	action: 'Delete a conference',
	description: 'Remove a conference from the account for good',
	docs: 'VENDOR-FACTS.md, Apizee (DELETE /conferences/{id})',
	destructive: true,
	fields: conference,
	repeatable: false,
	answers: 'anything',
	request: ({ conferenceId }) => request(path`/conferences/${conferenceId}`),
	output: () => ({ deleted: true }),
});
