import { listing } from '../../kit/listing';
import { path } from '../../kit/path';
import { post } from '../../kit/request';

export const getAll = listing({
	name: 'Get Many',
	action: 'Get many companies',
	description: 'Get the companies of the reseller; the vendor’s list has their hosts, but no IDs',
	docs: 'seed 002, "Companies" (company/fetch_all)',
	fields: {},
	repeatable: true,
	request: () => post(path`/company/fetch_all`, { body: {} }),
});
