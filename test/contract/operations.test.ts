import type { INodeProperties } from 'n8n-workflow';
import { flexpertoInputs, requestOptions, type Inputs } from './inputs';
import { credentials, nodes } from './nodes';
import { choicesOf, everyProperty } from './properties';

const node = (name: string) => {
	const found = nodes.find((packaged) => packaged.node.description.name === name);
	if (!found) throw new Error(`There is no node ${name}`);
	return found.node;
};
const { properties } = node('flexperto').description;

/** The properties the editor shows for a choice, apart from the chooser itself and mere remarks. */
function shownFor(resource: string, operation: string): INodeProperties[] {
	return properties.filter(({ type, displayOptions }) => {
		const { resource: resources = [], operation: operations = [] } = displayOptions?.show ?? {};
		return type !== 'notice' && resources.includes(resource) && operations.includes(operation);
	});
}

/** The operations that the editor offers, as `resource.operation`. */
const offered = properties
	.filter(({ name, displayOptions }) => name === 'operation' && !isForAgents(displayOptions))
	.flatMap((property) => {
		const [resource] = property.displayOptions?.show?.resource ?? [];
		return choicesOf(property).map(({ value }) => `${String(resource)}.${String(value)}`);
	});

function isForAgents(displayOptions: INodeProperties['displayOptions']): boolean {
	return displayOptions?.show?.['@tool']?.includes(true) ?? false;
}

it('has exactly the operations of the scope', () => {
	expect([...offered].sort()).toEqual(Object.keys(flexpertoInputs).sort());
	expect(offered).toHaveLength(22);
});

const RESULTS = ['returnAll', 'limit', 'simplify'];

describe.each(Object.entries(flexpertoInputs))('%s', (name, inputs: Inputs) => {
	const [resource = '', operation = ''] = name.split('.');
	const shown = shownFor(resource, operation);
	const collections = shown.filter(({ type }) => type === 'collection');
	const { required = [], listOnly = [], additionalFields, filters, options = [] } = inputs;

	it('shows the inputs it needs at the top level and no other', () => {
		const names = shown
			.filter((property) => !collections.includes(property))
			.map(({ name }) => name);
		const wanted = [...required, ...listOnly];
		expect(names.filter((name) => !RESULTS.includes(name)).sort()).toEqual(wanted.sort());
	});

	it('marks what must be filled in', () => {
		const unmarked = shown
			.filter(({ name, type, required: marked }) => {
				const alwaysSet = type === 'options';
				return required.includes(name) && !alwaysSet && marked !== true;
			})
			.map(({ name }) => name);
		expect(unmarked).toEqual([]);
		const marked = shown.filter((property) => property.required).map(({ name }) => name);
		expect(required).toEqual(expect.arrayContaining(marked));
	});

	it('has the inputs that may be left out in their collection', () => {
		const inCollections = Object.fromEntries(
			collections.map(({ name, options: entries = [] }) => [
				name,
				entries.map((entry) => entry.name).sort(),
			]),
		);
		expect(inCollections).toEqual({
			...(additionalFields && { additionalFields }),
			...(filters && { filters }),
			options: [...options, ...requestOptions].sort(),
		});
	});
});

it('marks the required entries of a block that is filled in once', () => {
	const marked = everyProperty(properties)
		.filter(({ path, property }) => /\.[^.]+$/.test(path) && property.required)
		.map(({ path }) => path);
	expect([...new Set(marked)]).toEqual(['participant.values.email']);
});

it('does not offer agents what a person has to start', () => {
	const forAgents = properties
		.filter(({ name, displayOptions }) => name === 'operation' && isForAgents(displayOptions))
		.flatMap(choicesOf)
		.map(({ value }) => value);
	expect(forAgents).toContain('attachDocument');
	for (const signing of ['initiate', 'handOver', 'prepare']) {
		expect(forAgents).not.toContain(signing);
	}
	expect(node('flexperto').description.usableAsTool).toBe(true);
	expect(node('flexpertoTrigger').description.usableAsTool).toBeUndefined();
	expect(node('flexpertoPollingTrigger').description.usableAsTool).toBeUndefined();
});

it('has triggers with `events` for the webhook and `event` for polling', () => {
	const inputsOf = (name: string) =>
		node(name)
			.description.properties.filter(({ type }) => type !== 'notice')
			.map(({ name: input, type }) => `${input}: ${type}`);
	expect(inputsOf('flexpertoTrigger')).toEqual(['events: multiOptions', 'options: collection']);
	expect(new Set(inputsOf('flexpertoPollingTrigger'))).toEqual(
		new Set(['event: options', 'sessionId: resourceLocator', 'options: collection']),
	);
	const [event] = node('flexpertoPollingTrigger').description.properties;
	expect(event && choicesOf(event).map(({ value }) => value)).toEqual([
		'archiveAvailable',
		'contractSessionCompleted',
		'documentFailed',
		'documentStatusChanged',
	]);
});

it('has a credential with the agreed names, its key hidden, a test and a documentation', () => {
	const [{ credential } = { credential: undefined }] = credentials;
	expect(credential?.name).toBe('flexpertoApi');
	expect(
		credential?.properties.map(({ name, typeOptions }) => [name, typeOptions?.password ?? false]),
	).toEqual([
		['environment', false],
		['tenant', false],
		['baseUrl', false],
		['apiKey', true],
	]);
	const [environment] = credential?.properties ?? [];
	expect(environment && choicesOf(environment).map(({ value }) => value)).toEqual([
		'live',
		'test',
		'custom',
	]);
	expect(credential?.test?.request.url).toBe('/users/users');
	expect(credential?.documentationUrl).toMatch(/^https:/);
});

it('means the same kind of value by the same name everywhere', () => {
	const kinds = new Map<string, Set<string>>();
	for (const { node: each } of nodes) {
		for (const { property } of everyProperty(each.description.properties)) {
			const { name, type } = property;
			kinds.set(name, (kinds.get(name) ?? new Set()).add(type));
		}
	}
	const ambiguous = [...kinds].filter(([, types]) => types.size > 1);
	expect(ambiguous).toEqual([]);
});
