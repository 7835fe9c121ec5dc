import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { createEngine, type Engine } from '../test/harness/engine';
import type { WorkflowJson } from '../test/harness/run';

/*
 * Runs the built-in nodes that the example workflows are made of, in the engine installed here.
 * Start it with `npx tsx playground/builtInNodes.ts` after an upgrade of n8n.
 */

type Step = [name: string, type: string, typeVersion: number, parameters?: object];

/** A workflow whose nodes stand in a row, each on the first output of the one before. */
function inARow(...steps: Step[]): WorkflowJson {
	const connections: WorkflowJson['connections'] = {};
	const nodes = steps.map(([name, type, typeVersion, parameters = {}], index) => {
		const next = steps[index + 1];
		if (next) connections[name] = { main: [[{ node: next[0], type: 'main', index: 0 }]] };
		return {
			id: `${index}`,
			name,
			type: `n8n-nodes-base.${type}`,
			typeVersion,
			position: [index * 200, 0] as [number, number],
			parameters: { ...parameters } as WorkflowJson['nodes'][number]['parameters'],
		};
	});
	return { id: 'built-in', name: 'Built-in nodes', nodes, connections };
}

const greaterThan = (limit: number) => ({
	conditions: {
		options: { caseSensitive: true, leftValue: '', typeValidation: 'strict', version: 2 },
		combinator: 'and',
		conditions: [
			{
				id: 'amount',
				leftValue: '={{ $json.amount }}',
				rightValue: limit,
				operator: { type: 'number', operation: 'gt' },
			},
		],
	},
	options: {},
});

const start: Step = ['Start', 'manualTrigger', 1];
const amounts = [5, 15, 25].map((amount) => ({ json: { amount, tags: ['a', 'b'] } }));

/** Each group of nodes with the outcome that is expected of it. */
const groups: Array<
	[name: string, expected: unknown[], run: (engine: Engine) => Promise<unknown[]>]
> = [
	[
		'Edit Fields, Filter, If, No Operation',
		[2, 30, 1],
		async (engine) => {
			const { outputs } = await engine.run(
				inARow(
					start,
					[
						'Edit',
						'set',
						3.4,
						{
							assignments: {
								assignments: [
									{ id: '1', name: 'double', value: '={{ $json.amount * 2 }}', type: 'number' },
								],
							},
							includeOtherFields: true,
						},
					],
					['Filter', 'filter', 2.2, greaterThan(10)],
					['If', 'if', 2.2, greaterThan(20)],
					['Yes', 'noOp', 1],
				),
				{ items: amounts },
			);
			return [
				outputs.Filter?.[0]?.length,
				outputs.If?.[1]?.[0]?.json.double,
				outputs.Yes?.[0]?.length,
			];
		},
	],
	[
		'Convert to File, Read/Write Files from Disk, Crypto',
		[64, 3],
		async (engine) => {
			const fileName = resolve(__dirname, 'output', 'amounts.json');
			const { outputs, error } = await engine.run(
				inARow(
					start,
					[
						'Convert',
						'convertToFile',
						1.1,
						{ operation: 'toJson', options: { fileName: 'a.json' } },
					],
					['Write', 'readWriteFile', 1.1, { operation: 'write', fileName }],
					['Read', 'readWriteFile', 1.1, { operation: 'read', fileSelector: fileName }],
					['Hash', 'crypto', 1, { action: 'hash', type: 'SHA256', binaryData: true }],
				),
				{ items: amounts },
			);
			const [read] = outputs.Read?.[0] ?? [];
			if (!read) throw new Error(error?.message ?? 'Nothing was read');
			const content = JSON.parse((await engine.buffer(read)).toString()) as unknown[];
			return [String(outputs.Hash?.[0]?.[0]?.json.data).length, content.length];
		},
	],
	[
		'Split Out, Aggregate, Wait',
		[6, 6],
		async (engine) => {
			const { outputs } = await engine.run(
				inARow(
					start,
					['Split', 'splitOut', 1, { fieldToSplitOut: 'tags', options: {} }],
					['Wait', 'wait', 1.1, { resume: 'timeInterval', amount: 1, unit: 'seconds' }],
					[
						'Together',
						'aggregate',
						1,
						{
							fieldsToAggregate: { fieldToAggregate: [{ fieldToAggregate: 'tags' }] },
							options: {},
						},
					],
				),
				{ items: amounts },
			);
			return [
				outputs.Split?.[0]?.length,
				(outputs.Together?.[0]?.[0]?.json.tags as string[]).length,
			];
		},
	],
	[
		'Loop Over Items, Merge',
		[3, 6],
		async (engine) => {
			const workflow = inARow(
				start,
				['Loop', 'splitInBatches', 3, { batchSize: 1, options: {} }],
				['Done', 'noOp', 1],
				['Body', 'noOp', 1],
				['Merge', 'merge', 3, {}],
			);
			workflow.connections = {
				Start: {
					main: [
						[
							{ node: 'Loop', type: 'main', index: 0 },
							{ node: 'Merge', type: 'main', index: 1 },
						],
					],
				},
				Loop: {
					main: [
						[{ node: 'Done', type: 'main', index: 0 }],
						[{ node: 'Body', type: 'main', index: 0 }],
					],
				},
				Body: { main: [[{ node: 'Loop', type: 'main', index: 0 }]] },
				Done: { main: [[{ node: 'Merge', type: 'main', index: 0 }]] },
			};
			const { outputs, data } = await engine.run(workflow, { items: amounts });
			return [data.resultData.runData.Body?.length, outputs.Merge?.[0]?.length];
		},
	],
	[
		'Stop And Error',
		['Enough'],
		async (engine) => {
			const { error } = await engine.run(
				inARow(start, ['Stop', 'stopAndError', 1, { errorMessage: 'Enough' }]),
			);
			return [error?.message];
		},
	],
];

async function main(): Promise<void> {
	const started = performance.now();
	const engine = await createEngine({
		resolveFrom: __dirname,
		packages: [resolve(__dirname, 'node_modules/n8n-nodes-base')],
		filesFolder: resolve(__dirname, 'output'),
	});
	console.log(`engine: ${Math.round(performance.now() - started)} ms`);
	for (const [name, expected, run] of groups) {
		const from = performance.now();
		const outcome = await run(engine);
		assert.deepEqual(outcome, expected, name);
		console.log(`${name}: ${JSON.stringify(outcome)} (${Math.round(performance.now() - from)} ms)`);
	}
	await engine.close();
}

void main();
