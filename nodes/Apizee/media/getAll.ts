import { choice } from '../../kit/choice';
import { filters } from '../../kit/collection';
import { text } from '../../kit/field';
import { listing } from '../../kit/listing';
import { time } from '../../kit/time';
import { sorting } from '../fields';
import { SIMPLE } from './fields';
import { allMedia, list } from './list';

export const getAll = listing({
	...list,
	name: 'Get Many',
	action: 'Get many media',
	description: 'Get photos, recordings and files, whatever ticket or conference they belong to',
	docs: 'VENDOR-FACTS.md, Apizee (GET /medias)',
	fields: {
		filters: filters({
			...sorting,
			mediaType: text('Media Type', {
				description: 'Only media of this type, such as video, image or document',
				placeholder: 'e.g. video',
			}),
			search: text('Search', { description: 'A word of the title' }),
			since: time('Since', { description: 'Only media from this time on' }),
			status: choice(
				'Status',
				{ completed: 'Completed' },
				{
					default: 'completed',
					open: true,
					description:
						'Left out, only what is complete; an expression can give another one by the vendor’s word',
				},
			),
			until: time('Until', { description: 'Only media up to this time' }),
		}),
	},
	simplify: SIMPLE,
	walk: allMedia,
});
