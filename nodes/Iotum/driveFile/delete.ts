import { operation } from '../../kit/operation';
import { path } from '../../kit/path';
import { post } from '../../kit/request';
import { driveFile } from '../fields';

export const remove = operation({
	name: 'Delete',
	action: 'Delete a drive file',
	description: 'Delete a file of a host',
	docs: 'seed 002, "Drive" (drive/file/delete)',
	destructive: true,
	fields: driveFile,
	repeatable: false,
	answers: 'anything',
	request: ({ hostId, fileId }) =>
		post(path`/drive/file/delete`, { body: { host_id: hostId, id: fileId } }),
	output: () => ({ deleted: true }),
});
