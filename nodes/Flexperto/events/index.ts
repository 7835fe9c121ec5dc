import { archiveAvailable } from './archiveAvailable';
import { contractSessionCompleted } from './contractSessionCompleted';
import { documentFailed, documentStatusChanged } from './documents';

/** What the polling trigger can watch. */
export const events = {
	archiveAvailable,
	contractSessionCompleted,
	documentFailed,
	documentStatusChanged,
};
