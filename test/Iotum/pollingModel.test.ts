import { checkHistories } from './pollingHistory';
import { useIotum } from './setup';
import { TRIGGERS } from './triggerWorkflow';

const iotum = useIotum(TRIGGERS);

describe('whatever happens between the looks, each thing is handed over once', () => {
	test.each([
		'recordingPublished',
		'conferenceEnded',
		'conferenceScheduled',
		'transcriptionReady',
	] as const)(
		'%s',
		async (event) => await checkHistories(iotum(), event, 'iotumPollingTrigger'),
		120_000,
	);
});
