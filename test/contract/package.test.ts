import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import type { Icon, INodeType } from 'n8n-workflow';
import packageJson from '../../package.json';
import { filesBelow } from './files';
import { credentials, nodes, root, source } from './nodes';

const built = (file: string) => `dist/${file.replace(/\.ts$/, '.js')}`;
const lifecycle = /^(pre|post)?(install|prepare|publish|pack|uninstall)$|^(pre|post)publishOnly$/;

it('is what n8n takes for a community node package', () => {
	expect(packageJson).toMatchObject({
		name: 'n8n-nodes-conferencing',
		license: 'MIT',
		author: { name: expect.stringMatching(/.+/), email: expect.stringMatching(/@/) },
		homepage: expect.stringMatching(/^https:/),
		repository: { type: 'git', url: expect.stringMatching(/^git\+https:.*\.git$/) },
		main: 'index.js',
		files: ['dist'],
		peerDependencies: { 'n8n-workflow': '*' },
		n8n: { n8nNodesApiVersion: 1, strict: true },
	});
	expect(packageJson.keywords).toContain('n8n-community-node-package');
	expect(Object.keys(packageJson.peerDependencies)).toEqual(['n8n-workflow']);
	for (const forbidden of [
		'dependencies',
		'optionalDependencies',
		'bundledDependencies',
		'overrides',
	]) {
		expect(packageJson).not.toHaveProperty(forbidden);
	}
	expect(Object.keys(packageJson.scripts).filter((name) => lifecycle.test(name))).toEqual([]);
});

it('registers every node and credential there is, and the tests here know them all', () => {
	const nodeFiles = filesBelow('nodes').filter((file) => file.endsWith('.node.ts'));
	const credentialFiles = filesBelow('credentials').filter((file) => file.endsWith('.ts'));
	expect([...packageJson.n8n.nodes].sort()).toEqual(nodeFiles.map(built).sort());
	expect([...packageJson.n8n.credentials].sort()).toEqual(credentialFiles.map(built).sort());
	expect(nodes.map(({ file }) => file).sort()).toEqual(nodeFiles.sort());
	expect(credentials.map(({ file }) => file).sort()).toEqual(credentialFiles.sort());
});

it('is published with the licence of every library that is bundled', () => {
	const packed = execFileSync('npm', ['pack', '--dry-run', '--json'], {
		cwd: root,
		encoding: 'utf8',
		stdio: ['ignore', 'pipe', 'ignore'],
	});
	const tarballs: Array<{ files: Array<{ path: string }> }> = Object.values(JSON.parse(packed));
	const paths = tarballs.flatMap(({ files }) => files.map(({ path }) => path));
	const libraries = paths.flatMap((path) => /^dist\/vendor\/(.+)\.js$/.exec(path)?.[1] ?? []);
	expect(libraries).toContain('rrule');
	for (const library of libraries) {
		const licence = new RegExp(`^dist/vendor/${library}/LICEN[CS]E`);
		expect(paths).toContainEqual(expect.stringMatching(licence));
	}
});

/** What people search for: at least these among others, by the folder of the node. */
const ALIASES: Record<string, string[]> = {
	Apizee: ['recording', 'remote assistance', 'SMS invitation', 'video call'],
	Flexperto: ['e-signature', 'MiFID II', 'video call'],
	Iotum: ['recording', 'video call', 'webinar'],
	VivoMeetings: ['recording', 'video call', 'webinar'],
};
const aliases = (file: string) => ALIASES[file.split('/')[1] ?? ''] ?? [];

describe.each(nodes)('$file', ({ file, node: { description } }) => {
	const codexFile = file.replace(/\.ts$/, '.json');

	it('is named after its node, and its class as well', () => {
		const className = basename(file, '.node.ts');
		expect(className.toLowerCase()).toBe(description.name.toLowerCase());
		expect(source(file)).toContain(`export class ${className} implements INodeType {`);
		expect(description).toMatchObject({ version: 1, subtitle: expect.stringMatching(/^=\{\{/) });
	});

	it('has a codex file that n8n does not drop', () => {
		const codex: unknown = JSON.parse(source(codexFile));
		expect(codex).toEqual({
			node: `n8n-nodes-conferencing.${description.name}`,
			nodeVersion: '1.0',
			codexVersion: '1.0',
			categories: expect.arrayContaining([expect.any(String)]),
			alias: expect.arrayContaining(aliases(file)),
			resources: {
				credentialDocumentation: [{ url: expect.stringMatching(/^https:/) }],
				primaryDocumentation: [{ url: expect.stringMatching(/^https:/) }],
			},
		});
	});

	it('is built as the sources say', () => {
		const path = join(root, built(file));
		const module = jest.requireActual<Record<string, new () => INodeType>>(path);
		const Built = module[basename(file, '.node.ts')];
		expect(JSON.stringify(Built && new Built().description)).toBe(JSON.stringify(description));
		expect(readFileSync(join(root, `dist/${codexFile}`), 'utf8')).toBe(source(codexFile));
	});

	it('has a light and a dark icon, each a file of its own', () => {
		expectIcons(file, description.icon);
	});

	it('asks only for credentials of this package', () => {
		const own = credentials.map(({ credential }) => credential.name);
		const wanted = (description.credentials ?? []).map(({ name }) => name);
		expect(own).toEqual(expect.arrayContaining(wanted));
		expect(wanted).not.toEqual([]);
	});
});

it.each(credentials)('$file has a light and a dark icon', ({ file, credential }) => {
	expectIcons(file, credential.icon);
});

function expectIcons(file: string, icon: Icon | undefined): void {
	expect(icon).toEqual({
		light: expect.stringMatching(/^file:.+\.svg$/),
		dark: expect.stringMatching(/^file:.+\.svg$/),
	});
	if (typeof icon !== 'object') return;
	const [light, dark] = [icon.light, icon.dark].map((path) =>
		relative(root, join(root, dirname(file), path.replace(/^file:/, ''))),
	);
	for (const path of [light, dark]) {
		expect(path && existsSync(join(root, path))).toBe(true);
		expect(path && existsSync(join(root, 'dist', path))).toBe(true);
	}
	if (light && dark) expect(source(light)).not.toBe(source(dark));
}
