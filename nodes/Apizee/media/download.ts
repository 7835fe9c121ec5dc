import { safeAddress } from '../../kit/address';
import { options } from '../../kit/collection';
import { text } from '../../kit/field';
import { transfer } from '../../kit/transfer';

export const download = transfer({
	name: 'Download',
	action: 'Download a media file',
	description: 'Download a photo, recording or file by its link',
	docs: 'seed 003, "Get the recorded media", "Get the recorded or shared files" (url)',
	fields: {
		url: text('URL', {
			required: true,
			description: 'The link of a photo, recording or file, from Get Many Media',
			placeholder: 'e.g. https://cloud.apizee.com/media/showVideo/1/hash/4b6c0600',
			check: (label, value) => {
				safeAddress(label, value, 'Map the url of a media item to it');
			},
		}),
		options: options({
			fileName: text('File Name', {
				description: 'Left empty, as the vendor calls it',
				placeholder: 'e.g. case-1234.mp4',
			}),
		}),
	},
	links: async ({ url, options: { fileName } }) => [{ url, fileName, json: { url } }],
});
