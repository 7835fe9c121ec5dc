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
function box({ position: [left, top], parameters, ...node }: INode) {
	const { width = 96, height = 96 } = isNote({ position: [left, top], parameters, ...node })
		? (parameters as { width: number; height: number })
		: {};
	return { left, top, right: left + width, bottom: top + height };
}

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
		expect(nodes.filter(isNote).length).toBeGreaterThanOrEqual(2);
		for (const [index, node] of nodes.entries()) {
			expect(node.position.map((coordinate) => Math.abs(coordinate % 16))).toEqual([0, 0]);
			const one = box(node);
			for (const other of nodes.slice(index + 1).map(box)) {
				const apart =
					one.right <= other.left ||
					other.right <= one.left ||
					one.bottom <= other.top ||
					other.bottom <= one.top;
				expect(apart).toBe(true);
			}
		}
	});
});

describe('reserve-video-calls', () => {
	it('gives one adviser one account and each appointment a call with links of its own', async () => {
		const { engine, sandbox, example } = playground();
		const { status, outputs } = await engine.run(example('reserve-video-calls'));
		expect(status).toBe('success');
		const accounts = await sandbox.control.flexperto.users();
		const [anna, ...others] = accounts.filter(({ roles }) => roles.includes('EXPERT'));
		expect(others).toEqual([]);
		expect(anna).toMatchObject({ email: 'anna.berger@bank.example', confirmed: true });

		const links = outputs['Links for the CRM']?.[0]?.map(({ json }) => json) ?? [];
		expect(links.map(({ customer }) => customer)).toEqual([
			'john.doe@example.com',
			'mary.major@example.com',
		]);
		const reserved = await sandbox.control.requests({ path: '*/meetings/reserve' });
		expect(reserved).toHaveLength(2);
		for (const { headers, query } of reserved) {
			expect(headers['x-user-id']).toBe(String(anna?.id));
			expect(query).toEqual({ supressMails: 'true' });
		}
		for (const {
			start,
			customer,
			meetingId,
			adviserAccountId,
			customerLink,
			adviserLink,
		} of links) {
			const [body] = reserved
				.map(({ body }) => body as Record<string, string> & { participants: object[] })
				.filter(({ participants }) => JSON.stringify(participants).includes(String(customer)));
			const begin = Date.parse(String(start));
			expect(Date.parse(body?.access_link_not_before ?? '')).toBe(begin - 15 * 60_000);
			expect(Date.parse(body?.access_link_valid_until ?? '')).toBe(begin + 120 * 60_000);
			expect(body?.participants).toEqual([expect.objectContaining({ email: customer })]);
			expect(adviserAccountId).toBe(anna?.id);
			expect(meetingId).toEqual(expect.any(Number));
			expect(customerLink).toMatch(/\/join\//);
			expect(adviserLink).not.toBe(customerLink);
		}
		expect(links.filter(({ adviserAccountIsNew }) => adviserAccountIsNew)).toHaveLength(1);
		expect(await sandbox.control.flexperto.mails()).toEqual([]);
	});

	it('changes nothing about the account when it runs again', async () => {
		const { engine, sandbox, example } = playground();
		const workflow = example('reserve-video-calls');
		await engine.run(workflow);
		const before = await sandbox.control.flexperto.users();
		await sandbox.control.clearRequests();
		const { outputs } = await engine.run(workflow);
		const links = outputs['Links for the CRM']?.[0] ?? [];
		expect(links.map(({ json }) => json.adviserAccountIsNew)).toEqual([false, false]);
		expect(await sandbox.control.flexperto.users()).toEqual(before);
		expect(await sandbox.control.requests({ method: 'POST', path: '*/users/users' })).toEqual([]);
	});
});
