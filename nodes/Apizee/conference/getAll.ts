import { filters } from '../../kit/collection';
import { text } from '../../kit/field';
import { listing } from '../../kit/listing';
import { path } from '../../kit/path';
import { get } from '../../kit/request';
import { time } from '../../kit/time';
import { sorting, utc } from '../fields';
import { SIMPLE } from './fields';

export const getAll = listing({
	name: 'Get Many',
	action: 'Get many conferences',
	description: 'Get conferences, for instance by name',
	docs: 'seed 003, "Get a Conference ID by name" (GET /conferences)',
	fields: {
		filters: filters({
			...sorting,
			search: text('Search', { description: 'A word of the name', placeholder: 'e.g. review' }),
			since: time('Since', { description: 'Only conferences from this time on' }),
		}),
	},
	simplify: SIMPLE,
	repeatable: true,
	request: ({ filters: { since, ...others } }) =>
		get(path`/conferences`, { query: { ...others, since: utc(since) } }),
});
