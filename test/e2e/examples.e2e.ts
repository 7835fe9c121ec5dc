import { CHAPTERS } from '../../scripts/demoChapters';
import { installPackage, startPlayground, type Playground } from '../../scripts/demoPlayground';
import { createReport } from '../../scripts/demoReport';
import { inInstalledN8n, n8n } from './setup';

// The demo, every example workflow and all its checks against the vendors' logs, in n8n itself.

let playground: Playground;
beforeAll(async () => {
	const own = installPackage('.e2e');
	playground = await startPlayground(n8n.filesFolder, own, inInstalledN8n);
});
afterAll(async () => await playground?.close());

it.each(CHAPTERS.map((chapter) => [chapter.name, chapter] as const))(
	'%s',
	async (_name, chapter) => {
		const report = createReport();
		await chapter(playground, report).catch(report.failed);
		expect(report.summary()).toBe(true);
	},
);
