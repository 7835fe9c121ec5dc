import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { claimByPolling, claimByWebhook } from './demoArchives';
import { reserveVideoCalls } from './demoCalls';
import { requestSignature, storeSignedContracts } from './demoContracts';
import {
	build,
	installPackage,
	needsBuild,
	startPlayground,
	type Playground,
} from './demoPlayground';
import { createReport, type Report } from './demoReport';

const root = resolve(__dirname, '..');
const output = join(root, 'playground', 'output');

/** A part of the demo: runs example workflows and checks what came of it. */
type Chapter = (playground: Playground, report: Report) => Promise<void>;

const CHAPTERS: Chapter[] = [
	reserveVideoCalls,
	requestSignature,
	storeSignedContracts,
	claimByWebhook,
	claimByPolling,
	keepSecrets,
];

/** `npm run demo`: the example workflows on n8n's engine, against a simulated Flexperto. */
async function main(): Promise<void> {
	const started = performance.now();
	console.log(
		[
			'',
			'Flexperto for n8n: a demonstration',
			'',
			'The workflows in examples/ run on the engine of n8n, with its built-in nodes and this package',
			'installed beside them. Flexperto is simulated on this computer; nothing leaves it.',
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

/** What holds for all chapters together. */
async function keepSecrets({ sandbox, engine }: Playground, report: Report): Promise<void> {
	report.chapter(
		'The API key stays where it belongs',
		'',
		'Flexperto’s API was asked with the key. The hosts to which files were uploaded, and from which they were fetched, must never have seen it, nor may it stand in a file or a log.',
	);
	const { apiKey } = sandbox.flexperto;
	const requests = (await sandbox.control.requests()).filter(({ path }) => isApi(path));
	const carried = (hosts: string[]) => {
		const sent = requests.filter(({ host }) => hosts.includes(host));
		return sent.map(
			({ headers }) => headers['api-key'] !== undefined || JSON.stringify(headers).includes(apiKey),
		);
	};
	const files = ['upload', 'storage'];
	const toApi = carried(['api']);
	report.check(`All ${toApi.length} requests of the API carried the key`, ...all(toApi, true));
	const toFiles = carried(files);
	report.check(
		`None of the ${toFiles.length} requests to the file hosts carried it`,
		...all(toFiles, false),
	);
	const written = [...filesIn(output), ...filesIn(join(root, 'examples'))];
	const leaks = written.filter((file) => readFileSync(file).includes(apiKey));
	report.check(`The key is in none of the ${written.length} files written or imported`, leaks, []);
	const logged = engine.logs.filter((line) => JSON.stringify(line).includes(apiKey));
	report.check('The key is in none of the log lines', logged, []);
	const refused = requests
		.filter(({ status }) => status === null || status >= 400)
		.map(({ method, path, status }) => `${method} ${path}: ${status}`)
		.filter((request) => request !== 'POST /api/v2/users/users: 409');
	report.check('Flexperto refused nothing, beside a second account for one e-mail', refused, []);
}

/** Whether a request was made by a program, and not by a person who opened a link. */
const isApi = (path: string) => !/^\/(join|signature)\//.test(path);

/** What was found and what is expected: the same answer for every request, of which there are some. */
const all = (found: boolean[], expected: boolean): [unknown, unknown] => [
	[...new Set(found)],
	[expected],
];

function filesIn(folder: string): string[] {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name))
		.sort();
}

main().catch((error: unknown) => {
	console.error(`\nThe demo could not be run. ${error instanceof Error ? error.message : error}`);
	process.exitCode = 1;
});
