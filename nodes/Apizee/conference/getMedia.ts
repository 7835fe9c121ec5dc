import { filters } from '../../kit/collection';
import { listing } from '../../kit/listing';
import { path } from '../../kit/path';
import { get } from '../../kit/request';
import { conference, sorting } from '../fields';
import { SIMPLE } from '../media/fields';

export const getMedia = listing({
	name: 'Get Many Media',
	action: 'Get many media of a conference',
	description:
		'Get the recordings and shared files of a conference, with the links to download them',
	docs: 'seed 003, "Get the recorded or shared files"',
	fields: { ...conference, filters: filters(sorting) },
	simplify: SIMPLE,
	repeatable: true,
	request: ({ conferenceId, filters: query }) =>
		get(path`/conferences/${conferenceId}/media`, { query }),
});
