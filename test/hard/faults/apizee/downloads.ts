import type { INodeParameters } from 'n8n-workflow';

import type { ApizeeSetup } from '../../../Apizee/setup';
import type { Work } from '../act';
import { fileOf } from '../operations';
import { running, type ApizeeAct } from './common';

const SIZE = 200_000;

/** The download of a media, from where it lies. */
const downloading =
	(place: 'ownHost' | 'otherOrigin') =>
	async (setup: ApizeeSetup, options: INodeParameters): Promise<Work> => {
		const { vendor, access } = setup;
		await vendor.setSettings({ mediaWithoutToken: 'unauthorized' });
		const [media] = await vendor.addMedias({ place, size: SIZE });
		const hash = media?.hash ?? '';
		const own = `${access.url}/media/showVideo/1/hash/${hash}`;
		const url = place === 'ownHost' ? own : `${access.storageUrl}/files/${hash}`;
		return { run: await running(setup, 'media.download', { url, options }, fileOf(SIZE)) };
	};

/** Files from the own host and from others. */
export const downloads: ApizeeAct[] = [
	{
		kind: 'download',
		name: 'media.download from the own host',
		struck: { path: '/media/*' },
		// The link is the vendor's, wherever the credential leads.
		isLater: true,
		isRepeatable: true,
		answer: 'file',
		begin: downloading('ownHost'),
		but: {
			'200 with a web page': {
				because: 'a page is what those see who are not signed in, so the session is renewed once',
				sent: 2,
			},
		},
	},
	{
		kind: 'download',
		name: 'media.download from another origin',
		struck: { host: 'storage' },
		isLater: true,
		isRepeatable: true,
		answer: 'file',
		hasNoSession: true,
		asked: "Apizee's file storage",
		begin: downloading('otherOrigin'),
	},
];
