import { path } from '../../kit/path';
import { deletion } from './action';

export const deleteRecordings = deletion(
	{
		name: 'Delete Recordings',
		action: 'Delete the recordings of a conference',
		description: 'Delete all recordings of a past conference, and with them their transcripts',
		docs: 'seed 002, "Delete Recordings" (conference/delete_recordings)',
	},
	path`/conference/delete_recordings`,
);
