import { describe } from '../../nodes/kit/describe';
import type { Table } from '../../nodes/kit/table';

/** An operation as the editor shows it. */
export interface Shown {
	resource: { name: string; value: string };
	name: string;
	value: string;
	/** What it does. */
	what: string;
}

/** The operations of a node in the order of the editor. */
export function operationsOf(table: Table): Shown[] {
	const properties = describe(table);
	return Object.entries(table)
		.sort(([, one], [, other]) => one.name.localeCompare(other.name))
		.flatMap(([value, { name }]) => {
			const choice = properties.find(
				(property) =>
					property.name === 'operation' && property.displayOptions?.show?.resource?.includes(value),
			);
			return (choice?.options ?? []).map((operation) => ({
				resource: { name, value },
				name: operation.name,
				value: 'value' in operation ? String(operation.value) : '',
				what: 'description' in operation ? String(operation.description) : '',
			}));
		});
}

/** Operations by the name of their resource. */
export function byResource(operations: Shown[]): Map<string, Shown[]> {
	const grouped = new Map<string, Shown[]>();
	for (const operation of operations) {
		const { name } = operation.resource;
		grouped.set(name, [...(grouped.get(name) ?? []), operation]);
	}
	return grouped;
}

/** A table in Markdown. */
export const tableOf = (head: string[], rows: string[][]): string =>
	[head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
