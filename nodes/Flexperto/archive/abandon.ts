import { operation } from '../../kit/operation';
import { path } from '../../kit/path';
import { post } from '../../kit/request';
import { archive } from '../fields';

export const abandon = operation({
	name: 'Mark as Claimed',
	action: 'Mark an archive as claimed',
	description:
		'Tell Flexperto that the file of an archive is stored safely; it is deleted there after some days',
	docs: 'seed 000, "How can I claim archives?", C2',
	destructive: true,
	fields: archive,
	repeatable: false,
	answers: 'anything',
	request: ({ archiveId }) => post(path`/communication/archives/archives/${archiveId}/abandon`),
	output: (_body, { archiveId }) => ({ success: true, archiveId }),
});
