import { CHAPTERS } from '../../scripts/demoChapters';
import { installPackage, startPlayground, type Playground } from '../../scripts/demoPlayground';
import { createReport } from '../../scripts/demoReport';
import { inInstalledN8n, n8n } from './setup';

// The demo, that is every example workflow with all checks against the vendors' logs, in n8n itself.

let playground: Playground;
beforeAll(async () => {
	playground = await startPlayground(
		n8n.filesFolder,
		installPackage(`.e2e-${n8n.major}`),
		inInstalledN8n,
	);
});
afterAll(async () => await playground?.close());

const chapters = CHAPTERS.map((chapter) => ({ name: chapter.name, chapter }));

it.each(chapters)(`$name, in n8n ${n8n.major}`, async ({ chapter }) => {
	const lines: string[] = [];
	const report = createReport((line = '') => void lines.push(line));
	await chapter(playground, report).catch(report.failed);
	if (!report.summary()) throw new Error(lines.join('\n'));
});
