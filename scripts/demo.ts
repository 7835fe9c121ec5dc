import { rmSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { CHAPTERS } from './demoChapters';
import { build, installPackage, needsBuild, startPlayground } from './demoPlayground';
import { createReport } from './demoReport';
import { filesIn } from './demoSecrets';

const root = resolve(__dirname, '..');
const output = join(root, 'playground', 'output');

/** `npm run demo`: the example workflows on n8n's engine, against simulated vendors. */
async function main(): Promise<void> {
	const started = performance.now();
	console.log(
		[
			'',
			'Video consultation in n8n: a demonstration',
			'',
			'The workflows in examples/ run on the engine of n8n, with its built-in nodes and this package',
			'installed beside them. The vendors (Flexperto, Iotum, VivoMeetings, Apizee) are simulated on',
			'this computer; nothing leaves it.',
		].join('\n'),
	);
	if (needsBuild()) {
		console.log('\nBuilding the package, a quarter of a minute ...');
		build();
	}
	const own = installPackage();
	rmSync(output, { recursive: true, force: true });
	const playground = await startPlayground(output, own);
	const report = createReport();
	try {
		for (const chapter of CHAPTERS) {
			await chapter(playground, report).catch(report.failed);
		}
	} finally {
		await playground.close();
	}
	const passed = report.summary();
	const seconds = ((performance.now() - started) / 1000).toFixed(1);
	console.log(`\n   The files are in ${relative(process.cwd(), output) || output}:`);
	for (const file of filesIn(output)) {
		const size = statSync(file).size.toLocaleString('en');
		console.log(`     ${relative(output, file).padEnd(62)} ${size.padStart(12)} bytes`);
	}
	console.log(
		passed
			? `\n   Everything that is claimed above was checked. (${seconds} s)\n`
			: `\n   Some checks failed: look for ✗ above. (${seconds} s)\n`,
	);
	process.exitCode = passed ? 0 : 1;
}

main().catch((error: unknown) => {
	console.error(`\nThe demo could not be run. ${error instanceof Error ? error.message : error}`);
	process.exitCode = 1;
});
