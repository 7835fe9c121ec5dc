import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { filesBelow } from './files';
import { root, source } from './nodes';

const page = source('docs/architecture.md');

/** Folders that are made and not kept. */
const MADE = ['coverage', 'dist', 'node_modules'];

const foldersIn = (place: string) =>
	readdirSync(join(root, place), { withFileTypes: true })
		.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
		.map(({ name }) => name);

describe('docs/architecture.md', () => {
	it('names every folder of the project', () => {
		const folders = foldersIn('.').filter((name) => !MADE.includes(name));
		expect(folders.length).toBeGreaterThan(8);
		expect(folders.filter((name) => !new RegExp(`^${name}/`, 'm').test(page))).toEqual([]);
	});

	it('names every folder of tests', () => {
		const vendors = foldersIn('nodes');
		const folders = foldersIn('test').filter((name) => !vendors.includes(name));
		expect(folders.length).toBeGreaterThan(5);
		expect(folders.filter((name) => !page.includes(`\`test/${name}\``))).toEqual([]);
	});

	it('has a place for every file of the kit, and for no other', () => {
		const files = filesBelow('nodes/kit').map((file) => basename(file, '.ts'));
		const [, table = ''] = /^## The kit\n([^]*?)^### /m.exec(page) ?? [];
		const named = [...table.matchAll(/`(\w+)`/g)].map(([, name]) => name);
		expect(named.sort()).toEqual(files.sort());
	});
});
