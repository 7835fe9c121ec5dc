import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NodeHelpers, type INode, type INodeTypeDescription } from 'n8n-workflow';
import packageJson from '../../package.json';
import { unknownChoices } from '../examples/choices';
import type { WorkflowJson } from '../harness/run';
import { nodes, root } from './nodes';
import { operationsIn } from './properties';

// What users saved with an earlier version still works: n8n loads it with the present nodes, finds every
// input, and drops none. `scripts/save-workflows.ts` keeps the workflows of each release.

const saved = join(__dirname, 'saved');
const versions = readdirSync(saved);

const workflowsIn = (folder: string) =>
	readdirSync(folder).map((file): WorkflowJson & { file: string } => ({
		file,
		...JSON.parse(readFileSync(join(folder, file), 'utf8')),
	}));

const own = `${packageJson.name}.`;

function descriptionOf({ type }: INode): INodeTypeDescription {
	const found = nodes.find(({ node }) => {
		const name = `${own}${node.description.name}`;
		return type === name || (node.description.usableAsTool && type === `${name}Tool`);
	});
	if (!found) throw new Error(`There is no node ${type} any more`);
	return { ...found.node.description, name: type.slice(own.length) };
}

/** A node as n8n loads it: without inputs that are unknown, or not shown with the others. */
function loaded(node: INode) {
	const description = descriptionOf(node);
	const { properties } = description;
	return NodeHelpers.getNodeParameters(
		properties,
		structuredClone(node.parameters),
		true,
		false,
		node,
		description,
	);
}

/** What n8n or a look at the choices finds wrong with a saved node. */
function complaintsAbout(node: INode): unknown[] {
	const description = descriptionOf(node);
	const known = [description.version].flat();
	const parameters = loaded(node) ?? {};
	const issues = NodeHelpers.getNodeParametersIssues(
		description.properties,
		{ ...node, parameters },
		description,
	);
	return [
		...(known.includes(node.typeVersion) ? [] : [`version ${node.typeVersion} is gone`]),
		...(issues ? [issues] : []),
		...unknownChoices(node.parameters, description.properties),
	];
}

it('has the workflows of the present version', () => {
	expect(versions).toContain(packageJson.version);
});

describe.each(versions)('a workflow saved with version %s', (version) => {
	const workflows = workflowsIn(join(saved, version));

	it.each(workflows)('$file is loaded as it was saved', (workflow) => {
		const ours = workflow.nodes.filter(({ type }) => type.startsWith(own));
		expect(ours.length).toBeGreaterThan(0);
		for (const node of ours) {
			const { name } = node;
			// n8n itself adds the schedule to nodes that poll.
			const parameters = structuredClone(node.parameters);
			delete parameters.pollTimes;
			expect({ name, parameters: loaded(node) }).toMatchObject({ name, parameters });
			expect({ name, complaints: complaintsAbout(node) }).toEqual({ name, complaints: [] });
		}
	});

	it('can be one with any node of that time', () => {
		const all = workflows.filter(({ file }) => file.startsWith('all-of-'));
		expect(all.length).toBeGreaterThanOrEqual(12);
	});
});

it('scripts/save-workflows.ts keeps every node with every operation that it offers', () => {
	const folder = mkdtempSync(join(tmpdir(), 'saved-'));
	try {
		const script = join(root, 'scripts/save-workflows.ts');
		execFileSync(process.execPath, [require.resolve('tsx/cli'), script, folder]);
		const kept = workflowsIn(folder).flatMap((workflow) => workflow.nodes);
		const operations = kept.map(({ type, parameters: { resource, operation } }) =>
			[type, resource, operation].join(),
		);
		for (const { node } of nodes) {
			const { name, properties } = node.description;
			expect(kept.map(({ type }) => type)).toContain(`${own}${name}`);
			const offered = operationsIn(properties).map((one) =>
				[`${own}${name}`, ...one.split('.')].join(),
			);
			expect(operations).toEqual(expect.arrayContaining(offered));
		}
	} finally {
		rmSync(folder, { recursive: true });
	}
}, 30_000);

describe('a saved node is found to be broken', () => {
	const node = (parameters: INode['parameters']): INode => ({
		parameters,
		type: `${own}flexperto`,
		typeVersion: 1,
		id: 'one',
		name: 'One',
		position: [0, 0],
	});

	it('when an input is gone', () => {
		const gone = { resource: 'archive', operation: 'getAll', aForgottenInput: 1 };
		expect(loaded(node(gone))).not.toMatchObject(gone);
		const nested = { resource: 'archive', operation: 'getAll', filters: { forgotten: 1 } };
		expect(loaded(node(nested))).not.toMatchObject(nested);
	});

	it('when a choice is gone, or a version', () => {
		const gone = { resource: 'archive', operation: 'getAll', filters: { status: 'FORGOTTEN' } };
		expect(complaintsAbout(node(gone))).toEqual(['FORGOTTEN']);
		expect(complaintsAbout({ ...node({}), typeVersion: 9 })).toContain('version 9 is gone');
	});
});
