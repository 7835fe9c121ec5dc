import type { INodeParameters } from 'n8n-workflow';

import type { Setup } from '../../../Iotum/setup';
import type { Work } from '../act';
import { at, running, type EnterpriseAct } from './common';

async function uploading(setup: Setup, options: INodeParameters): Promise<Work> {
	const { engine, access, vendor } = setup;
	const file = { fileName: 'slides.pdf', mimeType: 'application/pdf' };
	const items = [await engine.fileItem(Buffer.from('%PDF-1.4 slides'), file)];
	const inputs = { hostId: access.fixtures.hostId, options };
	return {
		run: await running(setup, 'driveFile.upload', inputs, { items }),
		made: async () => (await vendor.driveFiles()).length,
	};
}

const EMPTY = 'Done before: an empty drive file';

/** The first request did the work, and the status of the second is readable. */
const REPEATED = {
	because: 'a repetition is answered by a conflict, which means that it is done',
	outcome: 'retried',
	sent: 2,
	words: '',
} as const;

/** Not resumed: the vendor gives an upload address only with a new file, and the message names the empty one. */
export const uploads: EnterpriseAct[] = [
	{
		kind: 'composite',
		name: 'driveFile.upload: create',
		struck: { path: at('drive/create') },
		isRepeatable: false,
		begin: uploading,
	},
	{
		kind: 'upload',
		name: 'driveFile.upload: its content',
		struck: { host: 'storage' },
		isLater: true,
		isRepeatable: false,
		hasNoSession: true,
		answer: 'anything',
		asked: "Iotum's file storage",
		done: EMPTY,
		begin: uploading,
		but: {
			'redirect in a loop': {
				because: 'a storage may send on to another of its hosts',
				sent: 6,
				words: "Iotum's file storage redirects to nowhere",
				isInDoubt: false,
			},
			'redirect to another host': {
				because: 'the content goes there without any credential',
				outcome: 'done',
				words: '',
				isInDoubt: false,
			},
		},
	},
	{
		kind: 'composite',
		name: 'driveFile.upload: finish',
		struck: { path: at('drive/file/finish_upload') },
		isLater: true,
		isRepeatable: true,
		done: `${EMPTY}`,
		begin: uploading,
		but: {
			'409': {
				because:
					'the vendor says that it has noticed the file, so the file is read, which fails here',
				words: 'Iotum',
			},
			'reset in the body': REPEATED,
			'truncated JSON': REPEATED,
		},
	},
];
