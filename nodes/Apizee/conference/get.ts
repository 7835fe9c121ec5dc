import { operation } from '../../kit/operation';
import { options } from '../../kit/collection';
import { path } from '../../kit/path';
import { get as read } from '../../kit/request';
import { conference, ssoLink } from '../fields';
import { scope } from '../parameters';
import { SIMPLE } from './fields';

export const get = operation({
	name: 'Get',
	action: 'Get a conference',
	description: 'Get a conference with its status and links',
	docs: 'VENDOR-FACTS.md, Apizee (GET /conferences/{id})',
	fields: { ...conference, options: options({ ssoLink }) },
	simplify: SIMPLE,
	repeatable: true,
	request: ({ conferenceId, options: { ssoLink: isWanted } }) =>
		read(path`/conferences/${conferenceId}`, { query: { scope: scope(isWanted) } }),
});
