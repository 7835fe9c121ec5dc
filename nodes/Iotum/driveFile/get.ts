import { operation } from '../../kit/operation';
import { path } from '../../kit/path';
import { post } from '../../kit/request';
import { driveFile } from '../fields';

export const get = operation({
	name: 'Get',
	action: 'Get a drive file',
	description: 'Get what is known of a file, with a link to download it',
	docs: 'seed 002, "Drive" (drive/file/fetch)',
	fields: driveFile,
	repeatable: true,
	request: ({ hostId, fileId }) =>
		post(path`/drive/file/fetch`, { body: { host_id: hostId, id: fileId } }),
});
