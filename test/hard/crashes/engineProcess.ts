import { createEngine, Engine } from '../../harness/engine';
import type { RunResult } from '../../harness/result';
import type { Installation, Job, Message, Outcome } from './job';
import { StaticDataFile } from './staticDataFile';

/** n8n's engine, whose static data lies in its user folder. */
class LastingEngine extends Engine {
	override readonly staticData: StaticDataFile;

	constructor(parts: ConstructorParameters<typeof Engine>, folder: string) {
		super(...parts);
		this.staticData = new StaticDataFile(folder);
	}
}

const tell = (message: Message) => process.send?.(message);

const outcomeOf = ({ status, error, outputs }: RunResult): Outcome => ({
	status,
	message: error?.message,
	description: error?.description ?? undefined,
	outputs: Object.fromEntries(
		Object.entries(outputs).map(([node, [items = []]]) => [node, items.map(({ json }) => json)]),
	),
});

async function work(engine: Engine, { workflow, steps }: Job): Promise<Outcome[]> {
	const runs: RunResult[] = [];
	for (const step of steps) {
		if (step === 'publish') {
			const { firstTicks } = await engine.activate(workflow);
			for (const { execution, error } of firstTicks) {
				if (error) throw error;
				if (execution) runs.push(execution);
			}
		} else {
			runs.push(await engine.run(workflow, { startNode: step.from, mode: step.mode }));
		}
	}
	return runs.map(outcomeOf);
}

/** Loads all of n8n, says that it is ready, and does the jobs that it is given until it is killed. */
async function main(): Promise<void> {
	const installation: Installation = JSON.parse(process.argv[2] ?? '');
	const { folder, nodeTypes, ...options } = installation;
	const make = (parts: ConstructorParameters<typeof Engine>) => new LastingEngine(parts, folder);
	const engine = await createEngine({ ...options, folder, make });
	for (const type of nodeTypes) engine.types.getByNameAndVersion(type);
	process.on('message', (job: Job) => {
		tell('begun');
		work(engine, job).then(
			(done) => tell({ done }),
			(error: unknown) => tell({ failed: error instanceof Error ? `${error.stack}` : `${error}` }),
		);
	});
	// Whoever started it is gone.
	process.on('disconnect', () => process.exit());
	tell('ready');
}

main().catch((error: unknown) => {
	console.error(error);
	process.exit(1);
});
