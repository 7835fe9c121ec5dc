import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { write } from './docs/write';
import { markdown, table, together, type Figure } from './hard/figures';
import { cache } from './places.cjs';

const root = resolve(__dirname, '..');
const noted = join(cache, 'hard.jsonl');
const RESULTS = join(root, 'test', 'hard', 'results.json');
const PAGE = 'docs/reliability.md';

/** How long a soak goes on beginning new turns, unless it is said, in minutes. */
const SOAK = 60;

/** One turn of all tests, or of those that were named; gives whether they passed. */
function turn(seed: number, jestArguments: string[]): boolean {
	const cli = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
	const config = join(root, 'test', 'hard', 'jest.config.cjs');
	const { status } = spawnSync(process.execPath, [cli, '--config', config, ...jestArguments], {
		cwd: root,
		stdio: 'inherit',
		env: { ...process.env, HARD_SEED: String(seed), HARD_FIGURES: noted },
	});
	return status === 0;
}

/**
 * `npm run test:hard`: faults, crashes, forged calls, secrets. `-- --soak` repeats all of it for an
 * hour, `-- --soak=480` for so many minutes, each turn with other random choices; everything else goes
 * to Jest, such as the name of a file.
 */
async function main(): Promise<void> {
	const given = process.argv.slice(2);
	const soak = given.map((argument) => /^--soak(?:=(\d+))?$/.exec(argument)).find(Boolean);
	const jestArguments = given.filter((argument) => argument !== soak?.[0]);
	const begun = Date.now();
	rmSync(noted, { force: true });
	// The first seed is that of a single turn, which is played often.
	const firstSeed = soak ? 2 : 1;
	let turns = 0;
	let passed = true;
	do passed = turn(firstSeed + turns++, jestArguments);
	while (soak && passed && Date.now() - begun < Number(soak[1] ?? SOAK) * 60_000);

	const lines = existsSync(noted) ? readFileSync(noted, 'utf8').trim().split('\n') : [];
	const figures: Figure[] = lines.map((line) => JSON.parse(line));
	console.log(`\n${table(figures)}`);
	const minutes = Math.round((Date.now() - begun) / 60_000);
	console.log(`${soak ? `${turns} turns, ` : ''}${minutes} minutes`);
	if (given.length === 0 && passed) {
		const results = together(figures);
		writeFileSync(RESULTS, `${JSON.stringify(results, undefined, '\t')}\n`);
		await write(root, PAGE, 'results', markdown(results));
	}
	process.exitCode = passed ? 0 : 1;
}

main().catch((error: unknown) => {
	console.error(error);
	process.exitCode = 1;
});
