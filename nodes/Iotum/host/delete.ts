import { operation } from '../../kit/operation';
import { path } from '../../kit/path';
import { post } from '../../kit/request';
import { host } from '../fields';
import { wire } from '../wire';

export const remove = operation({
	name: 'Delete',
	action: 'Delete a host',
	description: 'Delete the account of a host, which may stay in lists for a moment',
	docs: 'seed 002, "Hosts" (host/delete)',
	destructive: true,
	fields: host,
	repeatable: false,
	answers: 'anything',
	request: ({ hostId }) => post(path`/host/delete`, { body: wire({ hostId }) }),
	output: () => ({ accepted: true, deleted: true }),
});
