import { filters } from '../../kit/collection';
import { listing } from '../../kit/listing';
import { path } from '../../kit/path';
import { post } from '../../kit/request';
import { detail, detailed, host } from '../fields';
import { wire } from '../wire';
import { SIMPLE, timed } from './fields';

export const getAll = listing({
	name: 'Get Many',
	action: 'Get many conferences',
	description: 'Get the scheduled conferences of a host; the past ones are with the host',
	docs: 'seed 002, "Fetch All Conferences" (conference/fetch_all)',
	fields: { ...host, filters: filters({ detail }) },
	id: 'conference_id',
	simplify: SIMPLE,
	hint: 'The vendor leaves conferences out of this list that begin more than 18 months from now.',
	repeatable: true,
	request: ({ hostId, filters: { detail } }) =>
		post(path`/conference/fetch_all`, { body: wire({ hostId, output: detailed(detail) }) }),
	output: timed,
});
