import { checkHistories } from '../../Iotum/pollingHistory';
import { useVivoMeetings } from '../../Iotum/setup';
import { TRIGGERS } from '../../Iotum/triggerWorkflow';
import { Tally } from '../../pollingTally';
import { inTrouble, tell } from './histories';

const vivoMeetings = useVivoMeetings(TRIGGERS);
const tally = new Tally();
/** Histories of each event with Include Existing, and as many without. */
const RUNS = 6;

describe('whatever happens, each event is handed over, and once while n8n has its memory', () => {
	test.each([
		...(['recordingPublished', 'conferenceEnded'] as const),
		...(['conferenceScheduled', 'transcriptionReady'] as const),
	])(
		'%s',
		async (event) =>
			await inTrouble(
				tally,
				RUNS,
				async (plan) =>
					await checkHistories(vivoMeetings(), event, 'vivoMeetingsPollingTrigger', plan),
			),
		600_000,
	);

	test('the figures', () => tell('VivoMeetings', tally, 2_500));
});
