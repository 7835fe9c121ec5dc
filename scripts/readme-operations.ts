// Writes the table of operations in README.md (or another file) anew, from the tables the node is
// made of: `npx tsx scripts/readme-operations.ts [file]`
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { api } from '../nodes/Flexperto/api';
import { describe } from '../nodes/kit/describe';

const START = '<!-- operations:start -->';
const END = '<!-- operations:end -->';

const [file = join(__dirname, '../README.md')] = process.argv.slice(2);

async function main(): Promise<void> {
	const readme = readFileSync(file, 'utf8');
	const [before, after] = [readme.indexOf(START), readme.indexOf(END)];
	if (before < 0 || after < before) throw new Error(`${file} has no ${START} ... ${END}`);
	const table = await format(operationsTable(), { parser: 'markdown' });
	const written = `${readme.slice(0, before)}${START}\n\n${table}\n${readme.slice(after)}`;
	writeFileSync(file, written);
}

/** The operations as the editor shows them, a row each. */
function operationsTable(): string {
	const properties = describe(api);
	const rows = Object.entries(api)
		.sort(([, one], [, other]) => one.name.localeCompare(other.name))
		.flatMap(([resource, { name }]) => {
			const choice = properties.find(
				(property) =>
					property.name === 'operation' &&
					property.displayOptions?.show?.resource?.includes(resource),
			);
			return (choice?.options ?? []).map((operation) =>
				[name, operation.name, 'description' in operation ? operation.description : ''].join(' | '),
			);
		});
	const head = ['Resource | Operation | What it does', '--- | --- | ---'];
	return [...head, ...rows].map((row) => `| ${row} |`).join('\n');
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
