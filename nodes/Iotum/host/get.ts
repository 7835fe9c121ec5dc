import { operation } from '../../kit/operation';
import { path } from '../../kit/path';
import { post } from '../../kit/request';
import { host } from '../fields';
import { wire } from '../wire';
import { SIMPLE } from './fields';

export const get = operation({
	name: 'Get',
	action: 'Get a host',
	description: 'Get a host with meeting room, codes and subscriptions',
	docs: 'seed 002, "Hosts" (host/fetch)',
	fields: host,
	simplify: SIMPLE,
	repeatable: true,
	request: ({ hostId }) => post(path`/host/fetch`, { body: wire({ hostId }) }),
});
