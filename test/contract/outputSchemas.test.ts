import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { IDataObject } from 'n8n-workflow';
import { Engine } from '../harness/engine';
import type { NodeRun } from '../harness/runNode';
import { filesBelow } from './files';
import { nodes, root } from './nodes';
import { filled, joined, shapeOf, type OutputSchema } from './outputSchema';
import { vendors } from './scenarios/stages';

// Before a node has run, the editor shows what it will hand on, from the files in __schema__. They are
// what the operations hand on when they run against the sandbox:
// UPDATE_OUTPUT_SCHEMAS=1 npx jest test/contract/outputSchemas writes them anew.

const isUpdate = process.env.UPDATE_OUTPUT_SCHEMAS === '1';

/** An output of so few entries says all in the operation's description. */
const FEWEST = 3;

/** What operations handed on, by name: with Simplify as it is unless changed, and without it. */
const handedOn = new Map<string, IDataObject[]>();
const unsimplified = new Map<string, IDataObject[]>();

class WatchedEngine extends Engine {
	override async runNode(run: NodeRun) {
		const result = await super.runNode(run);
		const { resource, operation, simplify } = run.parameters ?? {};
		const name = `${String(resource)}.${String(operation)}`;
		const outputs = simplify === false ? unsimplified : handedOn;
		outputs.set(name, [...(outputs.get(name) ?? []), ...result.json]);
		return result;
	}
}

/** The folder from which n8n takes the schemas of a node. */
function folderOf(nodeName: string): string {
	const found = nodes.find(({ node }) => node.description.name === nodeName);
	if (!found) throw new Error(`There is no node ${nodeName}`);
	return join(dirname(found.file), '__schema__', `v${String(found.node.description.version)}.0.0`);
}

const written = (file: string): OutputSchema => JSON.parse(readFileSync(join(root, file), 'utf8'));

function write(file: string, schema: OutputSchema): void {
	mkdirSync(dirname(join(root, file)), { recursive: true });
	writeFileSync(join(root, file), `${JSON.stringify(schema, undefined, '\t')}\n`);
}

describe.each(Object.entries(vendors))('%s', (nodeName, { scope, use }) => {
	const stage = use({ make: (parts) => new WatchedEngine(...parts) });
	const folder = folderOf(nodeName);
	const withSchema: string[] = [];

	it.each(Object.keys(scope.operations))('%s hands on what the editor shows', async (name) => {
		handedOn.clear();
		unsimplified.clear();
		await stage().play(name);
		const shapeIn = (outputs: Map<string, IDataObject[]>) =>
			(outputs.get(name) ?? []).map(shapeOf).reduce(joined, { type: 'null' });
		const schema = filled(shapeIn(handedOn), shapeIn(unsimplified));
		if (Object.keys(schema.properties ?? {}).length < FEWEST) return;
		const file = join(folder, `${name.replace('.', '/')}.json`);
		withSchema.push(file);
		if (isUpdate) write(file, schema);
		expect(written(file)).toEqual(schema);
	});

	it('has no schema of anything else', () => {
		expect(filesBelow(folder).sort()).toEqual(withSchema.sort());
	});
});
