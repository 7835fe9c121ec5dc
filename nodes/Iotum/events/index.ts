import { conferenceEnded } from './conferenceEnded';
import { conferenceScheduled } from './conferenceScheduled';
import { recordingPublished } from './recordingPublished';
import { transcriptionReady } from './transcriptionReady';

/** What the polling trigger can watch. */
export const events = {
	recordingPublished,
	conferenceEnded,
	conferenceScheduled,
	transcriptionReady,
};
