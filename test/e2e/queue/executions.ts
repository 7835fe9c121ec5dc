import { DATABASE, type QueueMode } from './queueMode';
import { until } from './until';

/** What n8n's database tells of an execution. Times are in milliseconds. */
export interface Execution {
	id: number;
	status: string;
	started: number | null;
	stopped: number | null;
}

const OPEN = ['new', 'running', 'waiting'];

/** The executions of a workflow after one with a given number, oldest first. */
export const executionsOf = async (
	{ postgres }: QueueMode,
	workflowId: string,
	after = 0,
): Promise<Execution[]> =>
	await postgres.rows(
		DATABASE,
		`SELECT id, status, extract(epoch FROM "startedAt") * 1000 AS started,
		extract(epoch FROM "stoppedAt") * 1000 AS stopped FROM execution_entity
		WHERE "workflowId" = '${workflowId}' AND id > ${after} ORDER BY id`,
	);

/**
 * Waits until all executions have ended, well or not: at least as many as are given, and no further
 * one between two looks.
 */
export async function allEnded(
	queueMode: QueueMode,
	workflowId: string,
	atLeast: number,
	after = 0,
): Promise<Execution[]> {
	let before = -1;
	return await until(
		`${atLeast} executions have ended`,
		async () => {
			const all = await executionsOf(queueMode, workflowId, after);
			const open = all.some(({ status }) => OPEN.includes(status));
			const isDone = all.length >= atLeast && all.length === before && !open;
			before = all.length;
			return isDone ? all : undefined;
		},
		1_700_000,
	);
}

/** How many executions ended in a second, from the first start to the last end. */
export function perSecond(executions: Execution[]): number {
	const starts = executions.flatMap(({ started }) => started ?? []);
	const stops = executions.flatMap(({ stopped }) => stopped ?? []);
	return executions.length / ((Math.max(...stops) - Math.min(...starts)) / 1000);
}
