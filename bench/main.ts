import { readFileSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { connect } from '../sandbox/control';
import { build, installPackage, needsBuild } from '../scripts/demoPlayground';
import { write } from '../scripts/docs/write';
import type { Bench, Case } from './case';
import { fileCases } from './cases/files';
import { itemCases } from './cases/items';
import { packageCases } from './cases/package';
import { pollingCases } from './cases/polling';
import { sessionCases } from './cases/session';
import { plot } from './plot';
import { startEngine, startVendors, stop, stopAll, type EngineProcess } from './process';
import { judge, machine, type Explained, type Result, type Results } from './results';
import { markdown, table } from './table';

const root = resolve(__dirname, '..');
const RESULTS = join(__dirname, 'results.json');
const PLOT = join(root, 'docs', 'images', 'performance.svg');
const PAGE = 'docs/performance.md';

/** `npm run bench`: what the nodes cost, beside what users would take instead. */
async function main(): Promise<void> {
	const { values, positionals } = parseArgs({
		options: { quick: { type: 'boolean', default: false } },
		allowPositionals: true,
	});
	const started = performance.now();
	if (needsBuild()) {
		console.log('Building the package, a quarter of a minute ...');
		build();
	}
	installPackage();
	const bench = await createBench(values.quick);
	const cases = allCases(bench).filter(({ name }) => isWanted(name, positionals));
	if (cases.length === 0) {
		const names = allCases(bench).map(({ name }) => name);
		throw new Error(`There is no such case; there are: ${names.join(', ')}`);
	}
	const explained: Explained = readJson(join(__dirname, 'explained.json'));
	const results: Result[] = [];
	for (const one of cases) {
		const result = judge(one, await measure(one), explained);
		console.log(table([result]));
		results.push(result);
	}
	const minutes = ((performance.now() - started) / 60_000).toFixed(1);
	console.log(`\nAll together, measured in ${minutes} minutes:\n${table(results)}`);
	await report(results, !values.quick && positionals.length === 0);
}

const allCases = (bench: Bench): Case[] =>
	[itemCases, sessionCases, fileCases, pollingCases, packageCases].flatMap((cases) => cases(bench));

/** Without names all cases are; with names those that begin with one. */
const isWanted = (name: string, wanted: string[]): boolean =>
	wanted.length === 0 || wanted.some((start) => name.startsWith(start));

const readJson = (file: string) => JSON.parse(readFileSync(file, 'utf8'));

async function createBench(isQuick: boolean): Promise<Bench> {
	const vendors = await startVendors();
	const engines = new Map<string, EngineProcess>();
	return {
		vendors,
		control: connect(vendors.url),
		isQuick,
		engine(name) {
			const engine = engines.get(name) ?? startEngine();
			engines.set(name, engine);
			return engine;
		},
		async fresh(work) {
			const engine = startEngine();
			try {
				return await work(engine);
			} finally {
				await stop(engine);
			}
		},
	};
}

/** The values of each contender, all of them measured in each round. */
async function measure(one: Case): Promise<Record<string, number[]>> {
	const { contenders, rounds, title, warmUps = 1 } = one;
	const values: Record<string, number[]> = {};
	process.stdout.write(`\n${title} `);
	await one.prepare?.();
	try {
		for (let round = -warmUps; round < rounds; round++) {
			for (const contender of Object.keys(contenders)) {
				const value = await one.measure(contender);
				if (round >= 0) (values[contender] ??= []).push(value);
			}
			process.stdout.write('.');
		}
	} finally {
		await one.finish?.();
	}
	process.stdout.write('\n');
	return values;
}

/** Keeps a whole run for the docs, and says what was missed. */
async function report(results: Result[], isWhole: boolean): Promise<void> {
	if (isWhole) {
		const core = readJson(join(root, 'playground/node_modules/n8n-core/package.json'));
		const all: Results = {
			date: new Date().toISOString().slice(0, 10),
			machine: machine(core.version),
			results,
		};
		writeFileSync(RESULTS, `${JSON.stringify(all, undefined, '\t')}\n`);
		writeFileSync(PLOT, plot(all));
		await write(root, PAGE, 'results', markdown(all));
		const files = [RESULTS, PLOT, join(root, PAGE)].map((file) => relative(process.cwd(), file));
		console.log(`Written: ${files.join(', ')}`);
	}
	const missed = results.flatMap(({ title, targets }) =>
		targets.filter(({ verdict }) => verdict === 'missed').map(() => title),
	);
	if (missed.length > 0) console.log(`Missed: ${missed.join('; ')}`);
	process.exitCode = missed.length > 0 ? 1 : 0;
}

main()
	.catch((error: unknown) => {
		console.error(
			`\nThe benchmark could not be run. ${error instanceof Error ? error.stack : error}`,
		);
		process.exitCode = 1;
	})
	.finally(stopAll);
