import { operation } from '../../kit/operation';
import { path } from '../../kit/path';
import { get as read } from '../../kit/request';
import { archive } from '../fields';

export const get = operation({
	name: 'Get',
	action: 'Get an archive',
	description: 'Get the record of an archive: its state, its conference and its checksum',
	docs: 'seed 000, "How can I interact with the flexperto API to manage my archives?"',
	fields: archive,
	repeatable: true,
	request: ({ archiveId }) => read(path`/communication/archives/archives/${archiveId}`),
});
