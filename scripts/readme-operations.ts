// Writes the tables of operations anew, from the tables the nodes are made of: an overview into
// README.md, and each node's operations into its page under docs. `npx tsx scripts/readme-operations.ts`;
// a folder as argument stands for the project's.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { api as apizee } from '../nodes/Apizee/api';
import { api as flexperto } from '../nodes/Flexperto/api';
import { api as iotum } from '../nodes/Iotum/api';
import { describe } from '../nodes/kit/describe';
import type { Table } from '../nodes/kit/table';
import { api as vivoMeetings } from '../nodes/VivoMeetings/api';

const START = '<!-- operations:start -->';
const END = '<!-- operations:end -->';

/** The nodes as users know them, each with its page. */
const nodes = [
	{ name: 'Flexperto', page: 'docs/flexperto.md', table: flexperto },
	{ name: 'Iotum', page: 'docs/iotum.md', table: iotum },
	{ name: 'VivoMeetings', page: 'docs/vivomeetings.md', table: vivoMeetings },
	{ name: 'Apizee', page: 'docs/apizee.md', table: apizee },
];

const [folder = join(__dirname, '..')] = process.argv.slice(2);

async function main(): Promise<void> {
	await write('README.md', ['Node', 'Resource', 'Operations'], overview());
	for (const { page, table } of nodes) {
		const rows = operationsOf(table).map(({ resource, name, what }) => [resource, name, what]);
		await write(page, ['Resource', 'Operation', 'What it does'], rows);
	}
}

/** Puts a table between the markers of a file. Throws when there are none. */
async function write(path: string, head: string[], rows: string[][]): Promise<void> {
	const file = join(folder, path);
	const text = readFileSync(file, 'utf8');
	const [before, after] = [text.indexOf(START), text.indexOf(END)];
	if (before < 0 || after < before) throw new Error(`${path} has no ${START} ... ${END}`);
	const lines = [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`);
	const table = await format(lines.join('\n'), { parser: 'markdown' });
	writeFileSync(file, `${text.slice(0, before)}${START}\n\n${table}\n${text.slice(after)}`);
}

/** The operations as the editor shows them, in its order. */
function operationsOf(table: Table) {
	const properties = describe(table);
	return Object.entries(table)
		.sort(([, one], [, other]) => one.name.localeCompare(other.name))
		.flatMap(([resource, { name }]) => {
			const choice = properties.find(
				(property) =>
					property.name === 'operation' &&
					property.displayOptions?.show?.resource?.includes(resource),
			);
			return (choice?.options ?? []).map((operation) => ({
				resource: name,
				name: operation.name,
				what: 'description' in operation ? String(operation.description) : '',
			}));
		});
}

/** What can be done with each resource of each node, by name. */
function overview(): string[][] {
	return nodes.flatMap(({ name: node, table }) => {
		const byResource = new Map<string, string[]>();
		for (const { resource, name } of operationsOf(table)) {
			byResource.set(resource, [...(byResource.get(resource) ?? []), name]);
		}
		return [...byResource].map(([resource, names]) => [node, resource, names.join(', ')]);
	});
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
