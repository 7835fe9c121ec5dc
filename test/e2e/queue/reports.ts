import pLimit from 'p-limit';
import type { Playground } from '../../../scripts/demoPlayground';
import { allEnded, executionsOf, type Execution } from './executions';
import type { QueuePlayground } from './playground';
import { until } from './until';

/** What came of the reports of some archives. */
interface Reported {
	/** The executions that they started, all of which have ended. */
	executions: Execution[];
	/** How many reports n8n did not answer with 200, or not within ten seconds. */
	missed: number;
}

/**
 * Flexperto reports archives to a workflow that is active, some at the same time.
 *
 * @param meanwhile what happens during the reports; gets the last execution before them
 */
export async function report(
	{ playground, queueMode }: QueuePlayground,
	workflowId: string,
	archives: string[],
	meanwhile?: (last: number) => Promise<void>,
): Promise<Reported> {
	const last = (await executionsOf(queueMode, workflowId)).at(-1)?.id ?? 0;
	const [answers] = await Promise.all([send(playground, archives), meanwhile?.(last)]);
	const taken = answers.filter((status) => status === 200).length;
	// A report that was not answered in time may have started an execution all the same.
	const executions = await allEnded(queueMode, workflowId, taken, last);
	return { executions, missed: archives.length - taken };
}

/** The answers to the reports, in any order. */
async function send({ sandbox }: Playground, archives: string[]) {
	const { flexperto } = sandbox.control;
	const before = (await flexperto.deliveries()).length;
	const some = pLimit(12);
	await Promise.all(
		archives.map((id) => some(async () => await flexperto.setArchiveStatus(id, 'AVAILABLE'))),
	);
	return (await flexperto.deliveries()).slice(before).map(({ status }) => status);
}

/** Waits until so many executions have begun since one, and a worker is at several. */
export async function isBusy(
	{ queueMode }: QueuePlayground,
	worker: string,
	workflowId: string,
	since: number,
	begun: number,
): Promise<void> {
	const busy = async () =>
		(await executionsOf(queueMode, workflowId, since)).length >= begun &&
		queueMode.executions(worker).running >= 3;
	await until(`${begun} executions have begun, and ${worker} is at three`, busy, 900_000);
}
