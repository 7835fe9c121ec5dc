import { checkHistories } from '../Iotum/pollingHistory';
import { useVivoMeetings } from '../Iotum/setup';
import { TRIGGERS } from '../Iotum/triggerWorkflow';

const vivoMeetings = useVivoMeetings(TRIGGERS);

describe('whatever happens between the looks, each thing is handed over once', () => {
	test.each([
		'recordingPublished',
		'conferenceEnded',
		'conferenceScheduled',
		'transcriptionReady',
	] as const)(
		'%s',
		async (event) => await checkHistories(vivoMeetings(), event, 'vivoMeetingsPollingTrigger'),
		120_000,
	);
});
