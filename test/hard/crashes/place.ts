import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import {
	credentialsOf,
	installPackage,
	makeFolders,
	readExample,
} from '../../../scripts/demoPlayground';
import type { LoggedRequest } from '../../../sandbox/requestLog';
import { startSandbox } from '../../../sandbox/server';
import type { WorkflowJson } from '../../harness/run';
import { Crew, type Attempt } from './crew';
import type { Job } from './job';
import { Moments, randomNumbers } from './moments';

/** By then the vendor has ended what it was doing for a process that was killed, its waiting aside. */
const SETTLED = 100;

const project = resolve(__dirname, '../../..');
const playground = join(project, 'playground');

/** Compiles what the processes run into a folder, so that they load nothing but n8n. */
function compileProgram(folder: string): string {
	const program = join(folder, 'engineProcess.cjs');
	execFileSync(join(project, 'node_modules', '.bin', 'esbuild'), [
		join(__dirname, 'engineProcess.ts'),
		`--outfile=${program}`,
		...['--bundle', '--platform=node', '--packages=external', '--log-level=warning'],
	]);
	return program;
}

/**
 * What there is of a flow: the vendor, which no crash touches, a disk, and processes to be killed. A run
 * makes so many requests for each unit of its work.
 */
export async function startPlace(name: string, examples: string[], requestsPerUnit: number) {
	const installed = installPackage(`.crashes-${name}-${process.pid}`);
	const root = realpathSync(mkdtempSync(join(tmpdir(), `crashes-${name}-`)));
	const [folder, files] = [join(root, 'n8n'), join(root, 'files')];
	mkdirSync(folder);
	makeFolders(files);
	const sandbox = await startSandbox();
	const workflows = new Map(
		examples.map((example): [string, WorkflowJson] => [
			example,
			{ ...readExample(example, files), id: example },
		]),
	);
	const all = [...workflows.values()].flatMap(({ nodes }) => nodes.map(({ type }) => type));
	const crew = new Crew(compileProgram(dirname(installed)), {
		resolveFrom: playground,
		packages: [join(playground, 'node_modules', 'n8n-nodes-base'), installed],
		credentials: credentialsOf(sandbox),
		folder,
		filesFolder: files,
		nodeTypes: [...new Set(all)].filter((type) => !type.endsWith('.stickyNote')),
	});
	const random = randomNumbers(`${name}: the vendor's pace`);
	const moments = new Moments(`${name}: moments`);
	const kills = { all: 0, inRequest: 0 };

	/**
	 * Has every request take some time of its own, before or after the vendor has done its work: about a
	 * third of a run in all, however busy the machine is. Gives the milliseconds.
	 */
	async function slowDown(): Promise<number> {
		await sandbox.control.clearFaults();
		const ms = Math.floor(random() * 0.6 * moments.expected(1 / requestsPerUnit));
		const when = random() < 0.5 ? 'before' : 'after';
		await sandbox.control.fault({ kind: 'delay', ms, when, times: 'always' });
		return ms;
	}

	return {
		control: sandbox.control,
		sandbox,
		files,
		random,
		kills,
		workflow: (example: string): WorkflowJson => {
			const workflow = workflows.get(example);
			if (!workflow) throw new Error(`No example "${example}" was named.`);
			return workflow;
		},
		/**
		 * Does a job whose process may be killed, at a moment within the time that so many units of work
		 * are expected to take. Returns when the vendor is done with what was under way.
		 */
		async attempt(job: Job, units: number, mayBeKilled = true): Promise<Attempt> {
			const waiting = await slowDown();
			const attempt = await crew.attempt(job, mayBeKilled ? moments.next(units) : undefined);
			if (!attempt.killed) {
				moments.learn(units, attempt.ms);
				return attempt;
			}
			kills.all++;
			const requests = await sandbox.control.requests({ vendor: 'flexperto' });
			if (requests.some((request) => isUnderWay(request, attempt.at))) kills.inRequest++;
			await sandbox.control.clearFaults();
			await wait(waiting + SETTLED);
			return attempt;
		},
		async close() {
			await crew.end();
			await sandbox.close();
			for (const path of [root, dirname(installed)]) rmSync(path, { recursive: true, force: true });
		},
	};
}

/** Whether a request had arrived then, and its connection was still open. */
const isUnderWay = ({ arrivedAt, durationMs = Infinity }: LoggedRequest, at: number) =>
	arrivedAt <= at && at <= arrivedAt + durationMs;

export type Place = Awaited<ReturnType<typeof startPlace>>;
