import { filters } from '../../kit/collection';
import { text } from '../../kit/field';
import { listing } from '../../kit/listing';
import { path } from '../../kit/path';
import { get } from '../../kit/request';
import { time } from '../../kit/time';
import { utc } from '../fields';

export const getAll = listing({
	name: 'Get Many',
	action: 'Get many sessions',
	description: 'Get the sessions that took place, with participants and billed duration',
	docs: 'seed 003, "Get statistics" (GET /session)',
	fields: {
		filters: filters({
			serviceKey: text('Service Key', {
				description: 'Only sessions of this entry point, such as that of conferences',
				placeholder: 'e.g. f7a0300abf044e86bfcc7d9ae906381e',
			}),
			since: time('Since', { description: 'Only sessions from this time on' }),
			until: time('Until', { description: 'Only sessions up to this time' }),
		}),
	},
	hint: 'Apizee lists a session five minutes after its end.',
	repeatable: true,
	request: ({ filters: { serviceKey, since, until } }) =>
		get(path`/session`, {
			query: { service_key: serviceKey, since: utc(since), until: utc(until) },
		}),
});
