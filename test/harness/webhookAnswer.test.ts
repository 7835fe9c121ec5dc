import { randomUUID } from 'node:crypto';
import { join, resolve } from 'node:path';
import axios from 'axios';
import type { INode } from 'n8n-workflow';
import { createEngine, type Engine } from './engine';
import type { WorkflowJson } from './run';

// n8n's own nodes: a webhook that leaves its answer to the workflow.

jest.setTimeout(90_000);

const playground = resolve(__dirname, '../../playground');

let engine: Engine;
beforeAll(async () => {
	const packages = [join(playground, 'node_modules', 'n8n-nodes-base')];
	engine = await createEngine({ resolveFrom: playground, packages });
});
afterAll(async () => await engine.close());

type Step = Pick<INode, 'name' | 'parameters'> & { type: string; typeVersion: number };

const ANSWER: Step = {
	name: 'Answer',
	type: 'respondToWebhook',
	typeVersion: 1.5,
	parameters: { respondWith: 'text', responseBody: 'early', options: { responseCode: 418 } },
};
const FAILURE: Step = {
	name: 'Failure',
	type: 'stopAndError',
	typeVersion: 1,
	parameters: { errorMessage: 'no luck' },
};
const NEVER: Step = {
	name: 'Never',
	type: 'filter',
	typeVersion: 2.2,
	parameters: {
		conditions: {
			options: { caseSensitive: true, leftValue: '', typeValidation: 'strict', version: 2 },
			combinator: 'and',
			conditions: [
				{
					id: 'never',
					leftValue: false,
					rightValue: '',
					operator: { type: 'boolean', operation: 'true', singleValue: true },
				},
			],
		},
	},
};

/** A webhook and what comes after it, in a row. */
function inARow(...steps: Step[]): WorkflowJson {
	const path = randomUUID();
	const webhook: Step = {
		name: 'Webhook',
		type: 'webhook',
		typeVersion: 2.1,
		parameters: { path, responseMode: 'responseNode', options: {} },
	};
	const nodes = [webhook, ...steps].map(
		(step): INode => ({
			...step,
			id: step.name,
			type: `n8n-nodes-base.${step.type}`,
			position: [0, 0],
			webhookId: path,
		}),
	);
	const connections: WorkflowJson['connections'] = {};
	for (const [index, { name }] of steps.entries()) {
		const before = nodes[index]?.name ?? '';
		connections[before] = { main: [[{ node: name, type: 'main', index: 0 }]] };
	}
	return { id: path, name: path, nodes, connections };
}

/** What the caller of the webhook gets, and what became of the execution. */
async function called(workflow: WorkflowJson) {
	const active = await engine.activate(workflow);
	const { status, data } = await axios.get<unknown>(active.urls.Webhook ?? '', {
		proxy: false,
		validateStatus: () => true,
	});
	const [execution] = await active.executions();
	await active.deactivate();
	return [status, data, execution?.status];
}

describe('a webhook whose answer comes from a node', () => {
	it('answers what that node says, also when the workflow fails afterwards', async () => {
		expect(await called(inARow(ANSWER, FAILURE))).toEqual([418, 'early', 'error']);
	});

	it('answers in n8n’s words when the workflow fails before', async () => {
		const answer = { message: 'Error in workflow' };
		expect(await called(inARow(FAILURE, ANSWER))).toEqual([500, answer, 'error']);
	});

	it('answers with nothing when the workflow ends without that node', async () => {
		expect(await called(inARow(NEVER, ANSWER))).toEqual([200, '', 'success']);
	});
});
