import { events as iotum } from '../Iotum/events';
import { COMPANIES as typed } from './api';

/** What the polling trigger can watch. Source: seed 004, 6.7, 8.4 and 8.5. */
export const events = {
	recordingPublished: iotum.recordingPublished.vary({ docs: 'seed 004, 8.4', typed }),
	conferenceEnded: iotum.conferenceEnded.vary({ docs: 'seed 004, 6.7', typed }),
	conferenceScheduled: iotum.conferenceScheduled.vary({ docs: 'seed 004, 8.5', typed }),
	transcriptionReady: iotum.transcriptionReady.vary({ docs: 'seed 004, 6.7', typed }),
};
