import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { INode } from 'n8n-workflow';
import type { WorkflowJson } from '../harness/run';
import { unknownChoices } from './choices';
import { apart, behind, box, isNote, pairs } from './layout';
import { usePlayground } from './setup';

const playground = usePlayground();

const examples = resolve(__dirname, '../../examples');
const files = readdirSync(examples).filter((name) => name.endsWith('.workflow.json'));

const read = (file: string): WorkflowJson & { active: boolean } =>
	JSON.parse(readFileSync(join(examples, file), 'utf8'));

/** The vendor of an example by the beginning of its name, and how its credential is called. */
const VENDORS: Record<string, string> = {
	Apizee: 'apizeeApi',
	Flexperto: 'flexpertoApi',
	Iotum: 'iotumApi',
	VivoMeetings: 'vivoMeetingsApi',
};

test('there is an example for each of the vendors’ use cases', () => {
	expect(files).toEqual([
		'archive-recordings.workflow.json',
		'assistance-ticket.workflow.json',
		'book-meeting-by-agent.workflow.json',
		'call-report.workflow.json',
		'case-folder.workflow.json',
		'claim-archives-by-polling.workflow.json',
		'claim-archives-by-webhook.workflow.json',
		'claim-archives-into-postgresql.workflow.json',
		'collect-signed-contracts.workflow.json',
		'import-hosts.workflow.json',
		'onboard-company.workflow.json',
		'provision-experts.workflow.json',
		'recurring-consultations.workflow.json',
		'request-signature.workflow.json',
		'reserve-video-calls.workflow.json',
		'sign-and-file.workflow.json',
		'start-video-call.workflow.json',
		'store-signed-contracts.workflow.json',
		'webhook-forwarding.workflow.json',
		'weekly-assistance-report.workflow.json',
	]);
});

/** The newest versions of n8n's own nodes in 1.123.81, where 2.x has newer ones. */
const IN_N8N_1: Record<string, number> = {
	'n8n-nodes-base.crypto': 1,
	'n8n-nodes-base.httpRequest': 4.3,
	'n8n-nodes-base.postgres': 2.6,
	'n8n-nodes-base.readWriteFile': 1,
	'n8n-nodes-base.scheduleTrigger': 1.3,
	'n8n-nodes-base.set': 3.4,
};

/** n8n's nodes for AI, which the playground does not have: `test/e2e/agent` runs them in n8n itself. */
const ELSEWHERE = '@n8n/n8n-nodes-langchain.';

describe.each(files)('%s', (file) => {
	const { nodes, connections, name = '', active, pinData } = read(file);
	const [vendor = ''] = name.split(':');
	const described = nodes.filter(({ type }) => !type.startsWith(ELSEWHERE));

	it('can be imported: named, switched off, without pinned data', () => {
		expect(Object.keys(VENDORS)).toContain(vendor);
		expect(active).toBe(false);
		expect(pinData).toEqual({});
	});

	it('uses each node in the newest version that n8n 1 has as well', () => {
		const { types } = playground().engine;
		for (const { type, typeVersion } of described) {
			const { description } = types.getByNameAndVersion(type);
			const newest = IN_N8N_1[type] ?? Math.max(...[description.version].flat());
			expect([type, typeVersion]).toEqual([type, newest]);
		}
	});

	it('has the inputs as n8n’s editor would save them: none unknown, hidden or left at its default', () => {
		const { types, n8n } = playground().engine;
		for (const node of described) {
			const { description } = types.getByNameAndVersion(node.type, node.typeVersion);
			// n8n adds the schedule to every polling trigger.
			const { pollTimes, ...inputs } = node.parameters;
			expect(pollTimes === undefined).toBe(description.polling !== true);
			const saved = n8n.workflow.NodeHelpers.getNodeParameters(
				description.properties,
				inputs,
				false,
				false,
				node,
				description,
			);
			expect([node.name, inputs]).toEqual([node.name, saved]);
		}
	});

	it('leaves nothing for n8n’s editor to complain about: required inputs, values that exist', () => {
		const { types, n8n } = playground().engine;
		const { getNodeParameters, getNodeParametersIssues } = n8n.workflow.NodeHelpers;
		for (const node of described) {
			const { description } = types.getByNameAndVersion(node.type, node.typeVersion);
			const { properties } = description;
			const parameters =
				getNodeParameters(properties, node.parameters, true, false, node, description) ?? {};
			const issues = getNodeParametersIssues(properties, { ...node, parameters }, description);
			expect([node.name, issues]).toEqual([node.name, null]);
			expect([node.name, unknownChoices(node.parameters, properties)]).toEqual([node.name, []]);
		}
	});

	it('names the credential and holds no secret', () => {
		const own = nodes.filter(({ type }) => type.startsWith('n8n-nodes-conferencing.'));
		expect(own.length).toBeGreaterThan(0);
		for (const { credentials } of own) {
			expect(credentials).toEqual({
				[VENDORS[vendor] ?? '']: {
					id: expect.any(String),
					name: expect.stringMatching(new RegExp(`^${vendor} account( 2)?$`)),
				},
			});
		}
		expect(JSON.stringify(nodes)).not.toMatch(/apiKey|api-key|apiToken|eyJ|"password"/i);
	});

	it('connects nodes that exist, each of which can be reached', () => {
		const names = nodes.map((node) => node.name);
		expect(new Set(names).size).toBe(names.length);
		expect(new Set(nodes.map(({ id }) => id)).size).toBe(nodes.length);
		const targets = Object.values(connections).flatMap((outputs) =>
			Object.values(outputs).flatMap((lists) => lists.flatMap((list) => list ?? [])),
		);
		const reached = targets.map(({ node }) => node);
		expect(names).toEqual(expect.arrayContaining([...Object.keys(connections), ...reached]));
		// A model, a memory or a tool is connected to its agent, the other way round.
		const serves = ({ name }: INode) => !('main' in (connections[name] ?? { main: [] }));
		const unreached = nodes.filter(
			(node) => !isNote(node) && !serves(node) && !reached.includes(node.name),
		);
		expect(unreached.map(({ type }) => type)).toEqual(
			unreached.map(() => expect.stringMatching(/Trigger$|\.webhook$/)),
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
