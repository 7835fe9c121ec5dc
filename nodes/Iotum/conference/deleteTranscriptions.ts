import { path } from '../../kit/path';
import { deletion } from './action';

export const deleteTranscriptions = deletion(
	{
		name: 'Delete Transcriptions',
		action: 'Delete the transcriptions of a conference',
		description: 'Delete all transcriptions of a past conference; the recordings stay',
		docs: 'seed 002, "Delete Transcriptions" (conference/delete_transcriptions)',
	},
	path`/conference/delete_transcriptions`,
);
