import { CHAPTERS } from '../../../scripts/demoChapters';
import { createReport } from '../../../scripts/demoReport';
import { usePlayground } from '../../examples/setup';
import { useFastTime } from '../../fastTime';
import { secretWatch } from '../../harness/secrets';
import { counted } from '../figures';
import { CANARIES } from './troubles';

// All example workflows with n8n's own nodes, as the demo plays them, and with a vendor that fails and
// repeats in its words all it was sent. What they leave behind is searched after each test.

const CHAPTER = 'Secrets';

const playground = usePlayground();

beforeEach(() => {
	for (const text of CANARIES) secretWatch()?.keepFrom(text, 'link');
});

const quiet = () => createReport(() => undefined);

/** How many requests of the examples met a vendor that fails. */
let met = 0;

it('all examples keep their secrets', async () => {
	const report = quiet();
	for (const chapter of CHAPTERS) await chapter(playground(), report).catch(report.failed);
	expect(report.summary()).toBe(true);
	counted(CHAPTER, 'examples played, as the demo does', CHAPTERS.length - 1, { atLeast: 18 });
}, 300_000);

describe.each([0, 1, 3])('when the vendor fails after %d requests, repeating them', (after) => {
	useFastTime();

	it.each(CHAPTERS.slice(0, -1).map((chapter) => ({ name: chapter.name, chapter })))(
		'$name keeps its secrets',
		async ({ chapter }) => {
			const { control } = playground().sandbox;
			await control.fault({ kind: 'echo', status: 500, after, times: 'always' });
			const report = quiet();
			await chapter(playground(), report).catch(report.failed);
			for (const fault of await control.faults()) met += fault.met;
			counted(CHAPTER, 'examples played with a vendor that fails', 1);
		},
		120_000,
	);
});

it('has looked at all of them, and found nothing', () => {
	const { places = 0, found = 1, foundElsewhere = 1 } = secretWatch()?.looked ?? {};
	counted(CHAPTER, 'requests of these that met the failing vendor', met, { atLeast: 100 });
	counted(CHAPTER, 'executions, errors and logs searched', places, { atLeast: 100 });
	counted(CHAPTER, 'secrets found', found, { atMost: 0 });
	counted(CHAPTER, 'requests to other hosts with a secret', foundElsewhere, { atMost: 0 });
});
