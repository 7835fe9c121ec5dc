import { options } from '../../kit/collection';
import { operation } from '../../kit/operation';
import { path } from '../../kit/path';
import { post } from '../../kit/request';
import { conference, detail, detailed } from '../fields';
import { wire } from '../wire';
import { SIMPLE, timed } from './fields';

export const get = operation({
	name: 'Get',
	action: 'Get a conference',
	description: 'Get a conference with its recordings',
	docs: 'seed 002, "Fetch Conference" (conference/fetch)',
	fields: { ...conference, options: options({ detail }) },
	simplify: SIMPLE,
	repeatable: true,
	request: ({ conferenceId, options: { detail } }) =>
		post(path`/conference/fetch`, { body: wire({ conferenceId, output: detailed(detail) }) }),
	output: timed,
});
