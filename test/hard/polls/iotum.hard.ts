import { checkHistories } from '../../Iotum/pollingHistory';
import { useIotum } from '../../Iotum/setup';
import { TRIGGERS } from '../../Iotum/triggerWorkflow';
import { Tally } from '../../pollingTally';
import { inTrouble, tell } from './histories';

const iotum = useIotum(TRIGGERS);
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
				async (plan) => await checkHistories(iotum(), event, 'iotumPollingTrigger', plan),
			),
		600_000,
	);

	test('the figures', () => tell('Iotum', tally, 2_500));
});
