import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { nodes, root, source } from './nodes';

const README = 'README.md';
const BLOCK = /(<!-- operations:start -->)([^]*)(<!-- operations:end -->)/;
const INPUTS = /(<!-- inputs:start -->)([^]*)(<!-- inputs:end -->)/;

/** The action nodes with the page that goes through their operations. */
const documented = nodes.flatMap(({ file, node: { description }, table }) => {
	if (!table) return [];
	const triggers = nodes
		.filter((other) => !other.table && dirname(other.file) === `${dirname(file)}/trigger`)
		.map((other) => other.node.description);
	const page = `docs/${description.name.toLowerCase()}.md`;
	return [{ node: description.displayName, page, table, triggers }];
});
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

const emptied = (text: string) => text.replace(BLOCK, '$1\n$3').replace(INPUTS, '$1\n$3');

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
	const withoutTables = Object.fromEntries(pages.map((page) => [page, emptied(source(page))]));
	expect(Object.values(withoutTables).flatMap(rows)).toEqual([]);
	expect(written(withoutTables)).toEqual(texts);
}, 30_000);

describe.each(documented)('the inputs in $page', ({ page, table, triggers }) => {
	const told = INPUTS.exec(source(page))?.[2] ?? '';

	it('have every operation with the labels of its form', () => {
		const parts = told.split(/^#### /m).slice(1);
		for (const { name: resource, operations } of Object.values(table)) {
			for (const { name, fields } of Object.values(operations)) {
				const part = parts.find((text) => text.startsWith(`${resource}: ${name}\n`)) ?? '';
				const labels = Object.values(fields)
					.filter(({ constant, property: { type } }) => !constant && type !== 'notice')
					.map(({ property }) => property.displayName)
					.filter((label) => label !== 'Options');
				expect([name, labels.filter((label) => !part.includes(`- **${label}**`))]).toEqual([
					name,
					[],
				]);
			}
		}
	});

	it('have each trigger with the labels of its form', () => {
		for (const { displayName, properties } of triggers) {
			const [, part = ''] = told.split(`<summary><b>${displayName}</b></summary>`);
			const labels = properties
				.filter(({ type }) => type !== 'notice' && type !== 'hidden')
				.map((property) => property.displayName);
			expect(labels.length).toBeGreaterThan(0);
			expect(labels.filter((label) => !part.includes(`- **${label}**`))).toEqual([]);
		}
	});
});

it('needs a place for the table in each page', () => {
	const texts = Object.fromEntries(pages.map((page) => [page, source(page)]));
	expect(() => written({ ...texts, 'docs/iotum.md': '# Nothing here' })).toThrow(
		'docs/iotum.md has no <!-- operations:start -->',
	);
}, 30_000);
