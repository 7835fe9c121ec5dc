import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodes, root, source } from './nodes';

const tables = nodes.flatMap(({ table }) => (table ? [table] : []));

/** The rows of the README's table of operations, without its head. */
function rows(readme: string): string[][] {
	const [, block = ''] =
		/<!-- operations:start -->([^]*)<!-- operations:end -->/.exec(readme) ?? [];
	return block
		.split('\n')
		.filter((line) => line.startsWith('|'))
		.slice(2)
		.map((line) =>
			line
				.split('|')
				.slice(1, -1)
				.map((cell) => cell.trim()),
		);
}

it('tells in the README what the node can do, as the editor shows it', () => {
	const operations = tables
		.flatMap((table) => Object.values(table))
		.flatMap(({ name, operations: all }) =>
			Object.values(all).map((operation) => ({ resource: name, ...operation })),
		);
	const told = rows(source('README.md'));
	expect(told.map(([resource, name]) => `${resource}: ${name}`).sort()).toEqual(
		operations.map(({ resource, name }) => `${resource}: ${name}`).sort(),
	);
	for (const { resource, name, description, destructive } of operations) {
		const [, , what = ''] = told.find((row) => row[0] === resource && row[1] === name) ?? [];
		expect(what.startsWith(description)).toBe(true);
		expect(what.includes('cannot be undone')).toBe(destructive === true);
	}
});

/** What the script makes of a README. Throws when the script fails. */
function written(readme: string): string {
	const folder = mkdtempSync(join(tmpdir(), 'readme-'));
	const file = join(folder, 'README.md');
	try {
		writeFileSync(file, readme);
		const script = join(root, 'scripts/readme-operations.ts');
		const command = [require.resolve('tsx/cli'), script, file];
		execFileSync(process.execPath, command, { stdio: 'pipe' });
		return readFileSync(file, 'utf8');
	} finally {
		rmSync(folder, { recursive: true });
	}
}

it('is written by scripts/readme-operations.ts, which leaves the rest alone', () => {
	const readme = source('README.md');
	const emptied = readme.replace(/(operations:start -->)[^]*(<!-- operations:end)/, '$1\n$2');
	expect(rows(emptied)).toEqual([]);
	expect(written(emptied)).toBe(readme);
});

it('needs a place for the table in the README', () => {
	expect(() => written('# Nothing here')).toThrow('has no <!-- operations:start -->');
});
