import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import axios from 'axios';
import type { ICredentialType, INodeTypeDescription, Themed } from 'n8n-workflow';
import packageJson from '../../package.json';
import { filesBelow } from '../contract/files';
import { credentials, nodes, source } from '../contract/nodes';
import { client, n8n, see } from './setup';

// The packed package, installed as n8n documents it: `npm install` in the folder "nodes".

const folder = join(n8n.folder, '.n8n', 'nodes', 'node_modules');
const installed = join(folder, packageJson.name);

const OURS = /conferencing|flexperto|iotum|vivomeetings|apizee/i;

let nodeTypes: INodeTypeDescription[];
let credentialTypes: ICredentialType[];
beforeAll(async () => {
	nodeTypes = await client.nodeTypes();
	credentialTypes = await client.credentialTypes();
});

/** What n8n serves as the icons; the one for dark themes is another. */
async function expectIcons(iconUrl: Themed<string> | undefined): Promise<void> {
	expect(iconUrl).toEqual({
		light: expect.stringMatching(/^icons\/n8n-nodes-conferencing\/.*\.svg$/),
		dark: expect.stringMatching(/^icons\/n8n-nodes-conferencing\/.*\.dark\.svg$/),
	});
	const urls = typeof iconUrl === 'object' ? [iconUrl.light, iconUrl.dark] : [];
	const icons = urls.map(async (url) => await axios.get(`${client.url}/${url}`, { proxy: false }));
	const served = await Promise.all(icons);
	for (const { headers, data } of served) {
		expect(headers['content-type']).toContain('image/svg+xml');
		expect(data).toContain('<svg');
	}
	expect(served[0]?.data).not.toBe(served[1]?.data);
}

describe('n8n offers', () => {
	it('the nodes and credentials of the package, with a tool for each action node', () => {
		const own = `${packageJson.name}.`;
		const offered = nodeTypes.filter(({ name }) => name.startsWith(own));
		const known = nodes.map(({ node }) => node.description);
		const tools = known.filter(({ usableAsTool }) => usableAsTool).map(({ name }) => `${name}Tool`);
		expect(offered.map(({ name }) => name.slice(own.length)).sort()).toEqual(
			[...known.map(({ name }) => name), ...tools].sort(),
		);
		expect(nodes).toHaveLength(packageJson.n8n.nodes.length);
		expect(credentials).toHaveLength(packageJson.n8n.credentials.length);
	});

	it.each(nodes.map(({ file, node }) => [node.description.name, file, node.description] as const))(
		'%s, with its version, its icons, the words to find it by and its documentation',
		async (name, file, { displayName, version }) => {
			const type = nodeTypes.find((one) => one.name === `${packageJson.name}.${name}`);
			const codex = JSON.parse(source(file.replace(/\.ts$/, '.json')));
			expect(type).toMatchObject({ displayName, version });
			expect(type?.codex).toMatchObject({
				categories: codex.categories,
				alias: codex.alias,
				resources: codex.resources,
			});
			await expectIcons(type?.iconUrl);
			see('installed', name);
		},
	);

	it.each(credentials.map(({ credential }) => [credential.name, credential] as const))(
		'%s, with its icons, its documentation and the nodes that take it',
		async (name, { displayName, documentationUrl }) => {
			const type = credentialTypes.find((one) => one.name === name);
			const takers = nodes
				.map(({ node }) => node.description)
				.filter((node) => node.credentials?.some((taken) => taken.name === name))
				.map((node) => `${packageJson.name}.${node.name}`);
			expect(type).toMatchObject({ displayName, documentationUrl });
			expect(type?.supportedNodes).toEqual(expect.arrayContaining(takers));
			await expectIcons(type?.iconUrl);
			see('installed', name);
		},
	);
});

describe('on the disk', () => {
	it('the package lies alone: no package of its development came along', () => {
		expect(readdirSync(folder).filter((name) => !name.startsWith('.'))).toEqual([packageJson.name]);
		for (let above = dirname(n8n.folder); above !== dirname(above); above = dirname(above)) {
			expect(existsSync(join(above, 'node_modules', 'n8n-workflow'))).toBe(false);
		}
	});

	it('it is what was built and its papers, and nothing else', () => {
		const files = readdirSync(installed, { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isFile())
			.map((entry) => relative(installed, join(entry.parentPath, entry.name)));
		const papers = ['LICENSE', 'README.md', 'index.js', 'package.json'];
		expect(files.sort()).toEqual([...filesBelow('dist'), ...papers].sort());
	});

	it('its code asks for nothing but what n8n and Node.js have, and for its own files', () => {
		const scripts = filesBelow('dist').filter((file) => file.endsWith('.js'));
		const wanted = scripts.flatMap((file) => {
			const code = readFileSync(join(installed, file), 'utf8');
			const names = [...code.matchAll(/\b(?:require|import)\(["']([^"']+)["']\)/g)];
			return names.map(([, name = '']) =>
				name.startsWith('.') ? normalize(join(dirname(file), name)) : name,
			);
		});
		const own = scripts.flatMap((file) => [file, file.replace(/(\/index)?\.js$/, '')]);
		const others = new Set(wanted.filter((name) => !own.includes(name)));
		expect([...others].sort()).toEqual(['luxon', 'n8n-workflow', 'node:crypto']);
		expect(scripts).toContain(join('dist', 'vendor', 'rrule.js'));
	});
});

it('n8n starts without a word about the package', () => {
	const log = readFileSync(n8n.logFile, 'utf8').replaceAll(n8n.folder, '');
	// Where n8n itself is installed says nothing about the package.
	const lines = log.split('\n').filter((line) => !/^\s+at /.test(line));
	const end = lines.findIndex((line) => line.includes('Editor is now accessible'));
	expect(end).toBeGreaterThan(0);
	expect(lines.slice(0, end).filter((line) => OURS.test(line))).toEqual([]);
});
