import { UserError } from 'n8n-workflow';

import { transfer } from '../../kit/transfer';
import { driveFile } from '../fields';
import { get } from './get';

export const download = transfer({
	name: 'Download',
	action: 'Download a drive file',
	description: 'Download a file of a host',
	docs: 'seed 002, "Drive" (drive/file/fetch, download_link)',
	fields: driveFile,
	async links(values, tools) {
		const { download_link: url, filename, mimetype, ...json } = await tools.call(get, values);
		if (typeof url !== 'string' || url === '') {
			throw new UserError(`File ${values.fileId} has no link to download it`, {
				description: 'The vendor may still be working on it. Try again later.',
			});
		}
		const fileName = typeof filename === 'string' ? filename : `file-${values.fileId}`;
		const mimeType = typeof mimetype === 'string' ? mimetype : 'application/octet-stream';
		return [{ url, fileName, mimeType, json }];
	},
});
