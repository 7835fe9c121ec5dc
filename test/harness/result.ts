import type {
	IDataObject,
	INodeExecutionData,
	IRun,
	IRunExecutionData,
	NodeExecutionHint,
} from 'n8n-workflow';
import type { LogLine } from './n8n';

/** What the editor shows for a failed run or item. */
export interface ShownError {
	message: string;
	description?: string | null;
	itemIndex?: number;
	nodeName?: string;
	httpCode?: string | null;
	/** The name of the error's class, such as `NodeApiError`. */
	name?: string;
	/** The error as n8n keeps it in the execution (a plain object with the same fields). */
	error: object;
}

export interface RunResult {
	executionId: string;
	status: IRun['status'];
	/** Items by node name and output; a node that ran several times has all its items here. */
	outputs: Record<string, INodeExecutionData[][]>;
	/** The error that stopped the run. */
	error?: ShownError;
	hints: Record<string, NodeExecutionHint[]>;
	logs: LogLine[];
	/** The whole execution as n8n would store it, with the data of every node. */
	data: IRunExecutionData;
	/** The workflow's static data after the run, as n8n would have stored it. */
	staticData: IDataObject;
}

export interface NodeError {
	message: string;
	name?: string;
	description?: string | null;
	httpCode?: string | null;
	context?: { itemIndex?: number };
	node?: { name: string };
}

export function shownError(error: NodeError): ShownError {
	return {
		message: error.message,
		description: error.description,
		itemIndex: error.context?.itemIndex,
		nodeName: error.node?.name,
		httpCode: error.httpCode,
		name: error.name,
		error,
	};
}

/** What the editor would show of a finished run. */
export function gather(run: Pick<IRun, 'data'>): Pick<RunResult, 'outputs' | 'hints' | 'error'> {
	const outputs: RunResult['outputs'] = {};
	const hints: RunResult['hints'] = {};
	for (const [name, runs] of Object.entries(run.data.resultData.runData)) {
		const all: INodeExecutionData[][] = (outputs[name] = []);
		for (const { data, hints: own = [] } of runs) {
			(data?.main ?? data?.ai_tool ?? []).forEach((items, index) => {
				all[index] = [...(all[index] ?? []), ...(items ?? [])];
			});
			if (own.length > 0) hints[name] = [...(hints[name] ?? []), ...own];
		}
	}
	const { error } = run.data.resultData;
	return { outputs, hints, error: error && shownError(error as NodeError) };
}
