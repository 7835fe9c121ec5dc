import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodes, root, source } from './nodes';

const README = 'README.md';
const BLOCK = /(<!-- operations:start -->)([^]*)(<!-- operations:end -->)/;

/** The action nodes with the page that goes through their operations. */
const documented = nodes.flatMap(({ node: { description }, table }) =>
	table
		? [{ node: description.displayName, page: `docs/${description.name.toLowerCase()}.md`, table }]
		: [],
);
const pages = [README, ...documented.map(({ page }) => page)];

/** The rows of a page's table of operations, without its head. */
const rows = (page: string): string[][] =>
	(BLOCK.exec(page)?.[2] ?? '')
		.split('\n')
		.filter((line) => line.startsWith('|'))
		.slice(2)
		.map((line) =>
			line
				.split('|')
				.slice(1, -1)
				.map((cell) => cell.trim()),
		);

describe.each(documented)('$page', ({ node, page, table }) => {
	const operations = Object.values(table).flatMap(({ name, operations: all }) =>
		Object.values(all).map((operation) => ({ resource: name, ...operation })),
	);

	it('tells what the node can do, as the editor shows it', () => {
		const told = rows(source(page));
		expect(told.map(([resource, name]) => `${resource}: ${name}`).sort()).toEqual(
			operations.map(({ resource, name }) => `${resource}: ${name}`).sort(),
		);
		for (const { resource, name, description, destructive } of operations) {
			const [, , what = ''] = told.find((row) => row[0] === resource && row[1] === name) ?? [];
			expect(what.startsWith(description)).toBe(true);
			expect(what.includes('cannot be undone')).toBe(destructive === true);
		}
	});

	it('has its operations in the overview of the README', () => {
		const told = rows(source(README)).filter(([of]) => of === node);
		const names = told.flatMap(([, resource, all = '']) =>
			all.split(', ').map((name) => `${resource}: ${name}`),
		);
		expect(names.sort()).toEqual(
			operations.map(({ resource, name }) => `${resource}: ${name}`).sort(),
		);
	});
});

/** What the script makes of pages. Throws when the script fails. */
function written(texts: Record<string, string>): Record<string, string> {
	const folder = mkdtempSync(join(tmpdir(), 'readme-'));
	try {
		mkdirSync(join(folder, 'docs'));
		for (const [page, text] of Object.entries(texts)) writeFileSync(join(folder, page), text);
		const script = join(root, 'scripts/readme-operations.ts');
		const command = [require.resolve('tsx/cli'), script, folder];
		execFileSync(process.execPath, command, { stdio: 'pipe' });
		return Object.fromEntries(
			Object.keys(texts).map((page) => [page, readFileSync(join(folder, page), 'utf8')]),
		);
	} finally {
		rmSync(folder, { recursive: true });
	}
}

it('is written by scripts/readme-operations.ts, which leaves the rest alone', () => {
	const texts = Object.fromEntries(pages.map((page) => [page, source(page)]));
	const emptied = Object.fromEntries(
		pages.map((page) => [page, source(page).replace(BLOCK, '$1\n$3')]),
	);
	expect(Object.values(emptied).flatMap(rows)).toEqual([]);
	expect(written(emptied)).toEqual(texts);
}, 30_000);

it('needs a place for the table in each page', () => {
	const texts = Object.fromEntries(pages.map((page) => [page, source(page)]));
	expect(() => written({ ...texts, 'docs/iotum.md': '# Nothing here' })).toThrow(
		'docs/iotum.md has no <!-- operations:start -->',
	);
}, 30_000);
