import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { INode, INodeProperties } from 'n8n-workflow';
import type { WorkflowJson } from '../harness/run';
import { usePlayground } from './setup';

const playground = usePlayground();

const examples = resolve(__dirname, '../../examples');
const files = readdirSync(examples).filter((name) => name.endsWith('.workflow.json'));

const read = (file: string): WorkflowJson & { active: boolean } =>
	JSON.parse(readFileSync(join(examples, file), 'utf8'));

const isNote = ({ type }: INode) => type === 'n8n-nodes-base.stickyNote';

/** The extent of a node on the canvas: a note has its size, any other node a square of 96. */
function box({ position: [left, top], parameters }: INode) {
	const { width = 96, height = 96 } = parameters as { width?: number; height?: number };
	return { left, top, right: left + width, bottom: top + height };
}

type Box = ReturnType<typeof box>;

const apart = (one: Box, other: Box) =>
	one.right <= other.left ||
	other.right <= one.left ||
	one.bottom <= other.top ||
	other.bottom <= one.top;

/** The first line of a note and two of text need 112. */
const behind = (note: Box, node: Box) =>
	note.left <= node.left &&
	node.right <= note.right &&
	note.top + 112 <= node.top &&
	node.bottom <= note.bottom;

const pairs = <T>(list: T[]): Array<[T, T]> =>
	list.flatMap((one, index) => list.slice(index + 1).map((other): [T, T] => [one, other]));

/** The names of inputs that the node does not have; n8n would ignore them without a word. */
function unknownInputs(inputs: object, properties: INodeProperties[], path = ''): string[] {
	return Object.entries(inputs).flatMap(([name, value]) => {
		const named = properties.filter((property) => property.name === name);
		if (named.length === 0) return [`${path}${name}`];
		const collections = named.filter(({ type }) => type === 'collection');
		if (collections.length === 0) return [];
		const options = collections.flatMap((collection) => collection.options ?? []);
		return unknownInputs(value, options as INodeProperties[], `${path}${name}.`);
	});
}

test('there is an example for each of the vendor’s use cases', () => {
	expect(files).toEqual([
		'claim-archives-by-polling.workflow.json',
		'claim-archives-by-webhook.workflow.json',
		'request-signature.workflow.json',
		'reserve-video-calls.workflow.json',
		'store-signed-contracts.workflow.json',
	]);
});

describe.each(files)('%s', (file) => {
	const { nodes, connections, name, active, pinData } = read(file);

	it('can be imported: named, switched off, without pinned data', () => {
		expect(name).toMatch(/^Flexperto: /);
		expect(active).toBe(false);
		expect(pinData).toEqual({});
	});

	it('uses each node in its newest version', () => {
		const { types } = playground().engine;
		for (const { type, typeVersion } of nodes) {
			const { description } = types.getByNameAndVersion(type);
			const newest = Math.max(...[description.version].flat());
			expect([type, typeVersion]).toEqual([type, newest]);
		}
	});

	it('gives each node only inputs that it has', () => {
		const { types } = playground().engine;
		for (const { name, type, typeVersion, parameters } of nodes) {
			const { properties, polling } = types.getByNameAndVersion(type, typeVersion).description;
			// n8n adds the schedule to every polling trigger.
			const { pollTimes, ...inputs } = parameters;
			expect(pollTimes === undefined).toBe(polling !== true);
			expect([name, unknownInputs(inputs, properties)]).toEqual([name, []]);
		}
	});

	it('names the credential and holds no secret', () => {
		const own = nodes.filter(({ type }) => type.startsWith('n8n-nodes-conferencing.'));
		expect(own.length).toBeGreaterThan(0);
		for (const { credentials } of own) {
			expect(credentials).toEqual({
				flexpertoApi: { id: expect.any(String), name: 'Flexperto account' },
			});
		}
		expect(JSON.stringify(nodes)).not.toMatch(/apiKey|api-key|eyJ|password/i);
	});

	it('connects nodes that exist, each of which can be reached', () => {
		const names = nodes.map((node) => node.name);
		expect(new Set(names).size).toBe(names.length);
		expect(new Set(nodes.map(({ id }) => id)).size).toBe(nodes.length);
		const targets = Object.values(connections).flatMap(({ main = [] }) =>
			main.flatMap((output) => output ?? []).map(({ node }) => node),
		);
		expect(names).toEqual(expect.arrayContaining([...Object.keys(connections), ...targets]));
		const unreached = nodes.filter((node) => !isNote(node) && !targets.includes(node.name));
		expect(unreached.map(({ type }) => type)).toEqual(
			unreached.map(() => expect.stringMatching(/Trigger$/)),
		);
	});

	it('stands on the canvas in order: on the grid, explained by notes, nothing above another', () => {
		const [notes, others] = [nodes.filter(isNote), nodes.filter((node) => !isNote(node))];
		expect(notes.length).toBeGreaterThanOrEqual(2);
		for (const { position } of nodes) {
			expect(position.map((coordinate) => Math.abs(coordinate % 16))).toEqual([0, 0]);
		}
		for (const group of [notes, others].map((group) => group.map(box))) {
			expect(pairs(group).filter(([one, other]) => !apart(one, other))).toEqual([]);
		}
		// A note lies behind whole nodes, below its text, or beside them.
		for (const note of notes.map(box)) {
			const cut = others.map(box).filter((node) => !apart(note, node) && !behind(note, node));
			expect(cut).toEqual([]);
		}
	});
});
