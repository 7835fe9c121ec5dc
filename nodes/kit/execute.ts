import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { UserError } from 'n8n-workflow';

import { connect, type Connection, type Vendor } from './connection';
import type { Definition, Job, Output } from './definition';
import { itemError, nodeError } from './error';
import { inOrder } from './pool';
import { readItem } from './read';
import { readSettings, type RequestSettings } from './settings';
import type { Table } from './table';
import { createTools, type Tools } from './tools';

/** A job, the items it is for, and what it works with. */
interface Piece {
	job: Job;
	items: number[];
	settings: RequestSettings;
	tools: Tools;
}

/**
 * Runs the operation that the user chose for all input items. All inputs are read and checked before
 * the first request. Outputs come in the order of the items and are paired with them. With Continue
 * On Fail a failing item gives an error item and the others go on.
 */
export async function execute(
	context: IExecuteFunctions,
	vendor: Vendor,
	table: Table,
): Promise<INodeExecutionData[][]> {
	const definition = chosen(context, table);
	const connection = await connected(context, vendor);
	const outputs = new Map<number, INodeExecutionData[]>();
	const failures: Failure[] = [];

	/** Does something for items. A failure is theirs alone: an error item, or the end of the run. */
	async function attempt<T>(items: number[], act: () => T | Promise<T>, tools?: Tools) {
		try {
			return await act();
		} catch (error) {
			const [item = 0] = items;
			const failed = itemError(item, context.getNode(), error, connection.secrets, tools);
			if (!context.continueOnFail()) failures.push({ item, error: failed });
			for (const index of items) {
				outputs.set(index, [{ json: errorJson(failed, tools), pairedItem: { item: index } }]);
			}
			return undefined;
		}
	}

	const prepared: Piece[] = [];
	for (const item of context.getInputData().keys()) {
		const piece = await attempt([item], () => prepare(context, connection, definition, item));
		if (piece) prepared.push(piece);
	}
	const pieces = jointly(connection, prepared);
	const checked: Piece[] = [];
	for (const piece of pieces) {
		const { job, items, tools } = piece;
		const check = async () => (await job.check?.(tools, pieces.length), true);
		if (await attempt(items, check)) checked.push(piece);
	}
	stopOn(failures, []);
	const { concurrentRequests: concurrent = 1, pause = 0 } = checked[0]?.settings ?? {};
	const done: number[] = [];
	await inOrder(checked, { concurrent, pause }, async ({ job, items, tools }) => {
		const results = await attempt(items, async () => await job.run(tools), tools);
		if (results) {
			outputs.set(items[0] ?? 0, paired(results, items));
			done.push(...items);
		}
		return failures.length === 0;
	});
	stopOn(failures, done);
	const order = [...outputs.keys()].sort((one, other) => one - other);
	return [order.flatMap((item) => outputs.get(item) ?? [])];
}

/**
 * What an error item carries: these three entries are the ones by which n8n knows it for its error
 * output, and unlike an item's `error` they reach the next node as they are.
 */
function errorJson({ message, description }: Failure['error'], tools?: Tools): IDataObject {
	const details = tools?.progress.data ?? {};
	return {
		error: message,
		...(description && { message: description }),
		...(Object.keys(details).length > 0 && { details }),
	};
}

interface Failure {
	item: number;
	error: ReturnType<typeof nodeError>;
}

/** Throws the failure of the earliest item. Says which items are done, as n8n drops their output. */
function stopOn(failures: Failure[], done: number[]): void {
	const [first] = failures.sort((one, other) => one.item - other.item);
	if (!first) return;
	if (done.length > 0) {
		const items = done.sort((one, other) => one - other).join(', ');
		first.error.description =
			`${first.error.description ?? ''} Items done before: ${items}.`.trim();
	}
	throw first.error;
}

/** The operation the user chose. Throws when the node cannot do it here. */
function chosen(context: IExecuteFunctions, table: Table): Definition {
	const resource = context.getNodeParameter('resource', 0);
	const operation = context.getNodeParameter('operation', 0);
	const definition = table[resource]?.operations[operation];
	const refuse = (message: string, description: string) =>
		nodeError(context.getNode(), new UserError(message, { description }));
	if (!definition) {
		const unknown = `The operation "${operation}" of "${resource}" does not exist`;
		throw refuse(unknown, 'Choose a resource and an operation from the lists.');
	}
	if (definition.humanOnly && context.getNode().type.endsWith('Tool')) {
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

function prepare(
	context: IExecuteFunctions,
	connection: Connection,
	definition: Definition,
	item: number,
): Piece {
	const read = readItem(context, item);
	const incoming = context.getInputData()[item];
	if (definition.destructive && (incoming?.error ?? incoming?.json.error)) {
		throw new UserError('This item comes from a step that failed, so nothing is done for it', {
			description: 'Mend the earlier step, or filter out items with an error before this one.',
		});
	}
	const settings = readSettings(read);
	const tools = createTools(connection, settings, [item]);
	return { job: definition.prepare(read), items: [item], settings, tools };
}

/** The pieces of work: one for each item, or one for all when the first item asks for that. */
function jointly(connection: Connection, prepared: Piece[]): Piece[] {
	const [first] = prepared;
	if (!first?.job.joint) return prepared;
	const items = prepared.flatMap((piece) => piece.items);
	return [{ ...first, items, tools: createTools(connection, first.settings, items) }];
}

function paired(outputs: Output[], items: number[]): INodeExecutionData[] {
	const [only, ...more] = items;
	const pairedItem = more.length > 0 ? items.map((item) => ({ item })) : { item: only ?? 0 };
	return outputs.map((output) => ({ ...output, pairedItem }));
}
