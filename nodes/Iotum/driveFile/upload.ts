import { UserError } from 'n8n-workflow';

import { options } from '../../kit/collection';
import { text } from '../../kit/field';
import { path } from '../../kit/path';
import { post } from '../../kit/request';
import { task } from '../../kit/task';
import { host } from '../fields';
import { get } from './get';

interface NewFile {
	hostId: number;
	filename: string;
}

const creation = {
	repeatable: false,
	request: ({ hostId, filename }: NewFile) =>
		post(path`/drive/create`, { body: { host_id: hostId, filename } }),
};

interface Stored {
	hostId: number;
	fileId: number;
}

const finish = {
	repeatable: true,
	request: ({ hostId, fileId }: Stored) =>
		post(path`/drive/file/finish_upload`, { body: { host_id: hostId, id: fileId } }),
};

export const upload = task({
	name: 'Upload',
	action: 'Upload a drive file',
	description: 'Store a file in the drive of a host',
	docs: 'seed 002, "Drive" (drive/create, drive/file/finish_upload)',
	fields: {
		...host,
		binaryPropertyName: text('Input Binary Field', {
			required: true,
			default: 'data',
			description: 'The name of the binary field with the file',
			placeholder: 'e.g. data',
		}),
		options: options({
			fileName: text('File Name', {
				description: 'Left empty, the file keeps the name it has in n8n',
				placeholder: 'e.g. slides.pdf',
			}),
		}),
	},
	async check({ binaryPropertyName }, tools) {
		await tools.files([binaryPropertyName]);
	},
	async run({ hostId, binaryPropertyName, options }, tools) {
		const [file] = await tools.files([binaryPropertyName]);
		if (!file) return [];
		const filename = options.fileName ?? file.name;
		const { id, upload_url: url } = await tools.call(creation, { hostId, filename });
		if (typeof id !== 'number' || typeof url !== 'string') {
			throw new UserError('The vendor gave no address to upload the file to', {
				description: 'Try again later; if it stays so, ask the vendor.',
			});
		}
		const stored = { hostId, fileId: id };
		tools.done(`an empty drive file ${id} was created`, { fileId: id });
		await tools.put(url, file);
		tools.done('its content was uploaded', { uploaded: true });
		// A conflict means that the vendor has already noticed the file.
		const finished = await tools.callUnless([409], finish, stored);
		return [{ json: finished ?? (await tools.call(get, stored)) }];
	},
});
