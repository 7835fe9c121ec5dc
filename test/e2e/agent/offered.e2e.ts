import { NodeHelpers, type INodePropertyOptions, type INodeTypeDescription } from 'n8n-workflow';
import { choicesOf } from '../../contract/properties';
import { scopes } from '../../contract/scope';
import { packageName } from '../../harness/nodeTypes';
import { client, n8n } from '../setup';
import { AGENTS, fromModel } from './agentWorkflow';
import { useAgents } from './setup';

// What an agent may do at all: n8n makes a tool of each node, and offers its operations for choice.

const agents = useAgents();

/** The operations that a node's form offers, by `resource.operation`, as the editor shows them. */
function operationsOf(description: INodeTypeDescription): Record<string, INodePropertyOptions> {
	const { properties } = description;
	const resources = properties.filter(({ name }) => name === 'resource').flatMap(choicesOf);
	const offered = resources.flatMap(({ value: resource }) =>
		properties
			.filter(({ name }) => name === 'operation')
			.filter((property) =>
				NodeHelpers.displayParameter({ resource }, property, { typeVersion: 1 }, description),
			)
			.flatMap(choicesOf)
			// n8n's own way to the HTTP Request node.
			.filter(({ value }) => value !== '__CUSTOM_API_CALL__')
			.map((option) => [`${String(resource)}.${String(option.value)}`, option]),
	);
	return Object.fromEntries(offered);
}

let types: INodeTypeDescription[] = [];
beforeAll(async () => {
	types = await client.nodeTypes();
});

function described(name: string): INodeTypeDescription {
	const found = types.find((type) => type.name === `${packageName}.${name}`);
	if (!found) throw new Error(`n8n ${n8n.major} does not know ${name}.`);
	return found;
}

describe.each(Object.entries(scopes))(`%s in n8n ${n8n.major}`, (name, scope) => {
	it('is offered as a tool, with all operations but those that a person has to start', () => {
		const [node, tool] = [described(name), described(`${name}Tool`)];
		expect(tool).toMatchObject({
			displayName: `${node.displayName} Tool`,
			inputs: [],
			outputs: ['ai_tool'],
		});
		const all = Object.keys(operationsOf(node)).sort();
		expect(all).toEqual(Object.keys(scope.operations).sort());
		const offered = all.filter((operation) => !scope.humanOnly.includes(operation));
		expect(Object.keys(operationsOf(tool)).sort()).toEqual(offered);
	});

	it('tells the user and the model what cannot be undone', () => {
		const operations = Object.entries(operationsOf(described(`${name}Tool`)));
		const where = (marked: (option: INodePropertyOptions) => boolean | undefined) =>
			operations.filter(([, option]) => marked(option)).map(([operation]) => operation);
		const warning = ' (deletes or ends something, cannot be undone)';
		expect(where(({ description }) => description?.endsWith(warning)).sort()).toEqual(
			scope.destructive,
		);
		// n8n makes the tool's description of the action, and tells the model nothing else.
		expect(where(({ action }) => action?.endsWith(' irreversibly')).sort()).toEqual(
			scope.destructive,
		);
	});
});

describe(`an operation that a person has to start, in n8n ${n8n.major}`, () => {
	const refused = {
		error: expect.stringMatching(/^"\w[\w ]*" is not available to AI agents$/),
		message: 'A person must start it: use the node as a step of a workflow.',
	};

	it.each(scopes.flexperto.humanOnly)('%s is refused to every agent', async (operation) => {
		const { control, work } = agents();
		for (const version of AGENTS) {
			const { returned } = await work({ node: 'flexperto', operation }, version);
			expect(returned).toEqual([refused]);
		}
		expect(await control.requests()).toEqual([]);
	});

	it('is refused to a model that may choose the operation', async () => {
		const { control, work } = agents();
		const inputs = { operation: fromModel('Operation', 'string') };
		const tool = { node: 'flexperto', operation: 'contractSession.initiate', inputs };
		for (const version of AGENTS) {
			const { returned } = await work(tool, version, { Operation: 'handOver' });
			// n8n 1 takes the expression for the name of an operation.
			const error = expect.stringMatching(/ is not available to AI agents$| does not exist$/);
			expect(returned).toEqual([{ error, message: expect.any(String) }]);
		}
		expect(await control.requests()).toEqual([]);
	});
});
