import { remove } from './delete';
import { download } from './download';
import { get } from './get';
import { getAll } from './getAll';
import { upload } from './upload';

export const driveFile = {
	name: 'Drive File',
	operations: { delete: remove, download, get, getAll, upload },
};
