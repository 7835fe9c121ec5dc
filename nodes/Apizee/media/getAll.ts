import { filters } from '../../kit/collection';
import { text } from '../../kit/field';
import { listing } from '../../kit/listing';
import { time } from '../../kit/time';
import { sorting } from '../fields';
import { SIMPLE } from './fields';
import { allMedia, current } from './list';

export const getAll = listing({
	...current,
	name: 'Get Many',
	action: 'Get many media',
	description: 'Get the photos, recordings and files of all tickets and conferences',
	docs: 'VENDOR-FACTS.md, Apizee (GET /medias)',
	fields: {
		filters: filters({
			...sorting,
			mediaType: text('Media Type', { placeholder: 'e.g. video' }),
			search: text('Search', { description: 'A word of what is sought' }),
			since: time('Since', { description: 'Only media from this time on' }),
			status: text('Status', {
				description: 'Left empty, only what is complete',
				placeholder: 'e.g. completed',
			}),
			until: time('Until', { description: 'Only media up to this time' }),
		}),
	},
	simplify: SIMPLE,
	walk: allMedia,
});
