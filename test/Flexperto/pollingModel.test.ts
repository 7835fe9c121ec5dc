import { checkHistories } from '../pollingHistory';
import { DOCUMENT_STEPS, documentFailed, documentStatusChanged } from './pollingDocumentsWorld';
import { archives, sessions, STEPS } from './pollingWorlds';
import { useFlexperto } from './setup';

const flexperto = useFlexperto();

describe('whatever happens between the looks, each thing is handed over once', () => {
	test.each([
		['archives', archives],
		['contract sessions', sessions],
	])(
		'%s',
		async (_kind, begin) => {
			const setup = flexperto();
			await checkHistories(setup, STEPS, () => begin(setup), { numRuns: 25 });
		},
		120_000,
	);

	test.each([
		['the states of documents', documentStatusChanged],
		['documents that fail', documentFailed],
	])(
		'%s',
		async (_kind, begin) => {
			const setup = flexperto();
			await checkHistories(setup, DOCUMENT_STEPS, async () => await begin(setup));
		},
		120_000,
	);
});
