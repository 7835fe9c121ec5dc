import { listing } from '../../kit/listing';
import { path } from '../../kit/path';
import { post } from '../../kit/request';
import { host } from '../fields';
import { wire } from '../wire';

export const getAll = listing({
	name: 'Get Many',
	action: 'Get many drive files',
	description: 'Get the files of a host',
	docs: 'seed 002, "Drive" (drive/fetch_all)',
	fields: host,
	repeatable: true,
	request: ({ hostId }) => post(path`/drive/fetch_all`, { body: wire({ hostId }) }),
});
