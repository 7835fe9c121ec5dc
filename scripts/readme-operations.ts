// Writes the parts of the docs anew that follow from the tables the nodes are made of: the overview of
// operations into README.md, and each node's operations and inputs into its page under docs.
// `npx tsx scripts/readme-operations.ts`; a folder as argument stands for the project's.
import { join } from 'node:path';
import { commonOptions, inputsOf, inputsOfTrigger } from './docs/inputs';
import { write } from './docs/write';
import { byResource, operationsOf, tableOf } from './docs/operations';
import { documented, type DocumentedVendor } from './docs/pages';
import { describe } from '../nodes/kit/describe';

const [folder = join(__dirname, '..')] = process.argv.slice(2);

async function main(): Promise<void> {
	const vendors = await documented();
	await write(folder, 'README.md', 'operations', overview(vendors));
	for (const { page, table, triggers } of vendors) {
		const operations = operationsOf(table);
		const rows = operations.map(({ resource, name, what }) => [resource.name, name, what]);
		const head = ['Resource', 'Operation', 'What it does'];
		await write(folder, page, 'operations', tableOf(head, rows));
		const inputs = [
			'Every operation that sends a request has these under _Options_:',
			commonOptions(),
			inputsOf(describe(table), operations),
			...triggers.map(({ displayName, properties }) => inputsOfTrigger(displayName, properties)),
		];
		await write(folder, page, 'inputs', inputs.join('\n\n'));
	}
}

/** What can be done with each resource of each node, by name. */
function overview(vendors: DocumentedVendor[]): string {
	const rows = vendors.flatMap(({ name, table }) =>
		[...byResource(operationsOf(table))].map(([resource, operations]) => [
			name,
			resource,
			operations.map((operation) => operation.name).join(', '),
		]),
	);
	return tableOf(['Node', 'Resource', 'Operations'], rows);
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
