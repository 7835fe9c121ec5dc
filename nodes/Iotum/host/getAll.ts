import { filters } from '../../kit/collection';
import { listing } from '../../kit/listing';
import { path } from '../../kit/path';
import { post } from '../../kit/request';
import { emailFilter, optionalCompany, withEmail } from '../fields';
import { wire } from '../wire';

export const getAll = listing({
	name: 'Get Many',
	action: 'Get many hosts',
	description: 'Get the hosts of a company',
	docs: 'seed 002, "Hosts" (host/fetch_all)',
	fields: { filters: filters({ ...emailFilter, ...optionalCompany }) },
	id: 'host_id',
	repeatable: true,
	request: ({ filters: { companyId } }) =>
		post(path`/host/fetch_all`, { body: wire({ companyId }) }),
	filter: ({ filters: { email } }) => withEmail(email),
});
