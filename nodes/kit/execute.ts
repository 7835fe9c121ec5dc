import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { UserError } from 'n8n-workflow';

import { connect, type Connection, type Vendor } from './connection';
import type { Definition, Job, ReadInput } from './definition';
import { nodeError } from './error';
import { errorJson, trackOutcomes } from './outcome';
import { inOrder } from './pool';
import { itemReader } from './read';
import { readSettings, type RequestSettings } from './settings';
import type { Table } from './table';
import { createTools, type Tools } from './tools';

/** What the user wants done, and how the inputs of an item are read. */
interface Work {
	context: IExecuteFunctions;
	connection: Connection;
	definition: Definition;
	readItem(item: number): ReadInput;
}

/** A job, and the items it is for. */
interface Piece {
	job: Job;
	items: number[];
	settings: RequestSettings;
	/** Made when they are needed: those of all items together would be most of what a run holds. */
	tools(): Tools;
}

/**
 * Runs the operation that the user chose for all input items. All inputs are read and checked before
 * the first request. Outputs come in the order of the items and are paired with them. With Continue
 * On Fail a failing item gives an error item and the others go on.
 *
 * A tool of an AI agent answers with its failure instead, unless On Error is set to stop the workflow:
 * of an error, n8n tells the model nothing, or ends the execution, or leaves out what to do next.
 */
export async function execute(
	context: IExecuteFunctions,
	vendor: Vendor,
	table: Table,
): Promise<INodeExecutionData[][]> {
	try {
		return await run(context, vendor, table);
	} catch (error) {
		const failure = nodeError(context.getNode(), error);
		if (!isTool(context) || context.getNode().onError === 'stopWorkflow') throw failure;
		return [[{ json: errorJson(context, failure), pairedItem: { item: 0 } }]];
	}
}

/** Whether an AI agent uses the node: n8n makes tools of nodes by itself and marks them by their names. */
const isTool = (context: IExecuteFunctions): boolean => context.getNode().type.endsWith('Tool');

async function run(
	context: IExecuteFunctions,
	vendor: Vendor,
	table: Table,
): Promise<INodeExecutionData[][]> {
	const definition = chosen(context, table);
	const connection = await connected(context, vendor);
	const outcomes = trackOutcomes(context, connection.secrets);

	const work: Work = { context, connection, definition, readItem: itemReader(context) };
	const all = [...context.getInputData().keys()];
	const groups = await outcomes.attempt(all, () => grouped(work, all));
	if (!groups) return [outcomes.output()];
	const prepared: Piece[] = [];
	for (const items of groups) {
		const act = () => prepare(work, items);
		const piece = await outcomes.attempt(items, act);
		if (piece) prepared.push(piece);
	}
	const checked: Piece[] = [];
	for (const piece of prepared) {
		const check = async () => (await piece.job.check?.(piece.tools(), groups.length), true);
		if (await outcomes.attempt(piece.items, check)) checked.push(piece);
	}
	if (outcomes.failed()) return [outcomes.output()];

	const { concurrentRequests: concurrent = 1, pause = 0 } = checked[0]?.settings ?? {};
	const pace = { concurrent, pause, cancelled: connection.cancelled };
	await inOrder(checked, pace, async ({ job, items, tools: create }) => {
		const tools = create();
		const results = await outcomes.attempt(items, async () => await job.run(tools), tools);
		if (results) outcomes.complete(items, results);
		return !outcomes.failed();
	});
	for (const message of connection.hints) {
		context.addExecutionHints({ message, type: 'info', location: 'outputPane' });
	}
	// n8n drops the output of a stopped execution; an error would make it a failed one.
	return connection.cancelled?.aborted ? [[]] : [outcomes.output()];
}

/** The operation the user chose. Throws when the node cannot do it here. */
function chosen(context: IExecuteFunctions, table: Table): Definition {
	const resource = context.getNodeParameter('resource', 0, '');
	const operation = context.getNodeParameter('operation', 0, '');
	const { operations = {} } = Object.hasOwn(table, resource) ? (table[resource] ?? {}) : {};
	const definition = Object.hasOwn(operations, operation) ? operations[operation] : undefined;
	const refuse = (message: string, description: string) =>
		nodeError(context.getNode(), new UserError(message, { description }));
	if (!definition) {
		const unknown = `The operation "${operation}" of "${resource}" does not exist`;
		throw refuse(unknown, 'Choose a resource and an operation from the lists.');
	}
	if (definition.humanOnly && isTool(context)) {
		const human = 'A person must start it: use the node as a step of a workflow.';
		throw refuse(`"${definition.name}" is not available to AI agents`, human);
	}
	return definition;
}

async function connected(context: IExecuteFunctions, vendor: Vendor): Promise<Connection> {
	try {
		const connection = await connect(context, vendor);
		for (const message of vendor.warnings?.(connection.credentials) ?? []) {
			context.addExecutionHints({ message, type: 'warning', location: 'outputPane' });
		}
		return connection;
	} catch (error) {
		throw nodeError(context.getNode(), error);
	}
}

/** The items of each piece of work: one each, or all together when the first item asks for that. */
function grouped({ definition, readItem }: Work, items: number[]): number[][] {
	const joint = items.length > 0 && definition.isJoint?.(readItem(0));
	return joint ? [items] : items.map((item) => [item]);
}

/** Reads the inputs of the first of the items, which are those of all of them. */
function prepare({ context, connection, definition, readItem }: Work, items: number[]): Piece {
	const first = Math.min(...items);
	const read = readItem(first);
	const incoming = context.getInputData()[first];
	if (definition.destructive && (incoming?.error ?? incoming?.json.error)) {
		throw new UserError('This item comes from a step that failed, so nothing is done for it', {
			description: 'Mend the earlier step, or leave out items that have an `error` entry.',
		});
	}
	const settings = readSettings(read);
	const tools = () => createTools(connection, settings, items);
	const others = items.filter((item) => item !== first).map(readItem);
	return { job: definition.prepare(read, others), items, settings, tools };
}
