import {
	DOCUMENT_STEPS,
	documentFailed,
	documentStatusChanged,
} from '../../Flexperto/pollingDocumentsWorld';
import { archives, sessions, STEPS } from '../../Flexperto/pollingWorlds';
import { useFlexperto } from '../../Flexperto/setup';
import { checkHistories } from '../../pollingHistory';
import { Tally } from '../../pollingTally';
import { inTrouble, tell } from './histories';

const flexperto = useFlexperto();
const tally = new Tally();
/** Histories of each event with Include Existing, and as many without. */
const RUNS = 7;

describe('whatever happens, each event is handed over, and once while n8n has its memory', () => {
	test.each([
		['Archive Available', archives],
		['Contract Session Completed', sessions],
	])(
		'%s',
		async (_event, begin) => {
			const setup = flexperto();
			await inTrouble(
				tally,
				RUNS,
				async (plan) =>
					await checkHistories(setup, STEPS, () => begin({ ...setup, ...plan }), plan),
			);
		},
		600_000,
	);

	test.each([
		['Document Status Changed', documentStatusChanged],
		['Document Failed', documentFailed],
	])(
		'%s',
		async (_event, begin) => {
			const setup = flexperto();
			await inTrouble(tally, RUNS, async (plan) => {
				const world = async () => await begin({ ...setup, ...plan });
				await checkHistories(setup, DOCUMENT_STEPS, world, plan);
			});
		},
		600_000,
	);

	test('the figures', () => tell('Flexperto', tally, 2_500));
});
