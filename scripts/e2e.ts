import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { N8nClient } from './n8n/client';
import { installPackage, majorOf, releaseOf, startN8n, type Major } from './n8n/server';
import { closingTable } from './n8n/seen';
import { endToEnd as output } from './places.cjs';

const root = resolve(__dirname, '..');
const seen = join(output, 'seen.jsonl');

/** Some test files in one version of n8n. */
interface Run {
	/** Names its folder and its results. */
	name: string;
	major: Major;
	/** What Jest is told, such as which files. */
	jestArguments: string[];
}

/**
 * Everything, in two lanes side by side, as much of the time is waiting. The operations are played in one
 * version, to save time; `--n8n 1` plays them in the other.
 */
const EVERYTHING: Run[][] = [
	[{ name: 'n8n-2', major: '2', jestArguments: ['--testPathIgnorePatterns', '/queue/'] }],
	[
		{
			name: 'n8n-1',
			major: '1',
			jestArguments: ['--testPathIgnorePatterns', '/queue/', '/operations\\.e2e'],
		},
		{ name: 'queue', major: '2', jestArguments: ['/queue/'] },
	],
];

/** Runs tests in a new n8n with the package installed; gives whether all passed. */
async function test({ name, major, jestArguments }: Run): Promise<boolean> {
	const folder = join(output, name);
	rmSync(folder, { recursive: true, force: true });
	const filesFolder = join(folder, 'files');
	mkdirSync(filesFolder, { recursive: true });
	console.log(`${name}: the packed package is installed, n8n ${releaseOf(major)} starts`);
	installPackage(folder);
	const server = await startN8n({ major, folder });
	try {
		const { cookie } = await N8nClient.signIn(server);
		const { url, logFile } = server;
		const n8n = { url, major, folder, filesFolder, logFile, cookie };
		const results = join(output, `results-${name}.json`);
		return await jest(name, [...jestArguments, '--json', `--outputFile=${results}`], {
			E2E_N8N: JSON.stringify(n8n),
			E2E_SEEN: seen,
		});
	} finally {
		await server.stop();
	}
}

/** Runs Jest; every line it prints says which run it is about. */
async function jest(name: string, given: string[], env: Record<string, string>): Promise<boolean> {
	const cli = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
	const config = join(root, 'test', 'e2e', 'jest.config.cjs');
	const child = spawn(
		process.execPath,
		[cli, '--config', config, '--runInBand', '--forceExit', ...given],
		{
			cwd: root,
			// Its results go to a file; people read what it reports as errors.
			stdio: ['ignore', 'ignore', 'pipe'],
			env: { ...process.env, ...env },
		},
	);
	const orphaned = () => child.kill('SIGTERM');
	process.once('exit', orphaned);
	const ended = new Promise<number | null>((done) => child.once('exit', done));
	void ended.then(() => process.off('exit', orphaned));
	for await (const line of createInterface({ input: child.stderr })) {
		console.log(`${name.padEnd(5)} │ ${line}`);
	}
	return (await ended) === 0;
}

/** The runs of one lane after each other; gives whether all passed. */
async function inTurn(runs: Run[]): Promise<boolean> {
	let passed = true;
	for (const run of runs) passed = (await test(run)) && passed;
	return passed;
}

/**
 * `npm run test:e2e`: the package in the n8n that its users have. `-- --n8n 1` or `2` chooses a
 * version; everything else goes to Jest, such as the name of a test file.
 */
async function main(): Promise<void> {
	const given = process.argv.slice(2);
	const at = given.indexOf('--n8n');
	const majors: Major[] = at < 0 ? ['2', '1'] : [majorOf(given[at + 1])];
	const jestArguments = given.filter((_, index) => at < 0 || (index !== at && index !== at + 1));
	const lanes =
		given.length === 0
			? EVERYTHING
			: majors.map((major) => [{ name: `n8n-${major}`, major, jestArguments }]);
	rmSync(seen, { force: true });
	const results = await Promise.all(lanes.map(inTurn));
	console.log(closingTable(existsSync(seen) ? readFileSync(seen, 'utf8') : ''));
	const passed = results.every(Boolean);
	if (!passed) console.log(`Logs and pictures: ${output}`);
	process.exitCode = passed ? 0 : 1;
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	console.error(`Logs: ${output}`);
	process.exitCode = 1;
});
