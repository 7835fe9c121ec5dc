// Keeps what users of this version may have saved, so that later versions can be tested against it: the
// examples, and a workflow for each node with each of its operations or events. A release calls it:
// `npx tsx scripts/save-workflows.ts`; a folder as argument stands for test/contract/saved/<version>.
import { copyFileSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { INodeParameters, INodeType, INodeTypeDescription } from 'n8n-workflow';
import packageJson from '../package.json';
import { choicesOf, operationsIn } from '../test/contract/properties';
import { allInputs } from './saved/parameters';

const root = resolve(__dirname, '..');
const examples = join(root, 'examples');
const saved = join(root, 'test', 'contract', 'saved', packageJson.version);

/** Each operation is saved so often, each time with other choices. */
const TURNS = 3;

/** The nodes as they are built. */
async function builtNodes(): Promise<INodeTypeDescription[]> {
	const built = packageJson.n8n.nodes.map(async (path) => {
		const module: Record<string, new () => INodeType> = await import(join(root, path));
		const Node = module[basename(path, '.node.js')];
		if (!Node) throw new Error(`${path} holds no node`);
		return new Node().description;
	});
	return await Promise.all(built);
}

/** What a node is asked to do: each operation of an action node, each event of a trigger. */
function tasksOf({ properties }: INodeTypeDescription): INodeParameters[] {
	const operations = operationsIn(properties);
	if (operations.length > 0) {
		return operations.map((name) => {
			const [resource = '', operation = ''] = name.split('.');
			return { resource, operation };
		});
	}
	const event = properties.find(({ name }) => name === 'event');
	return event ? choicesOf(event).map(({ value }) => ({ event: value })) : [{}];
}

/** A workflow with all that a node can do, as the editor exports it. */
function workflowOf(description: INodeTypeDescription) {
	const { name, version, webhooks = [] } = description;
	const variants = tasksOf(description).flatMap((task) =>
		Array.from({ length: TURNS }, (_, turn) => allInputs(description, task, turn)),
	);
	const unlike = new Map(variants.map((parameters) => [JSON.stringify(parameters), parameters]));
	return {
		name,
		nodes: [...unlike.values()].map((parameters, index) => ({
			parameters,
			type: `${packageJson.name}.${name}`,
			typeVersion: [version].flat().at(-1),
			position: [0, 100 * index],
			id: `${name}-${index}`,
			name: `${name} ${index}`,
			...(webhooks.length > 0 && { webhookId: `${name}-${index}` }),
		})),
		connections: {},
		settings: { executionOrder: 'v1' },
	};
}

async function main(folder = saved): Promise<void> {
	mkdirSync(folder, { recursive: true });
	for (const file of readdirSync(examples).filter((name) => name.endsWith('.workflow.json'))) {
		copyFileSync(join(examples, file), join(folder, file));
	}
	for (const description of await builtNodes()) {
		const { nodes: all, ...workflow } = workflowOf(description);
		// A line for each node, so that a difference can be read.
		const lines = all.map((one) => JSON.stringify(one)).join(',\n');
		const text = JSON.stringify({ ...workflow, nodes: [] }).replace(
			'"nodes":[]',
			`"nodes":[\n${lines}\n]`,
		);
		writeFileSync(join(folder, `all-of-${workflow.name}.workflow.json`), `${text}\n`);
	}
}

main(...process.argv.slice(2, 3)).catch((error: unknown) => {
	console.error(error);
	process.exitCode = 1;
});
