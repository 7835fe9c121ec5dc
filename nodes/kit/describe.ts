import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import type { Definition } from './definition';
import type { Field, Fields } from './field';
import type { Resource, Table } from './table';

/** Sorts choices as the editor's guidelines ask. */
export const byName = (one: INodePropertyOptions, other: INodePropertyOptions) =>
	one.name.localeCompare(other.name);

/** The one that the table names first: n8n does not save a preset, so that it has to stay the same. */
const presetOf = (choices: object): string => Object.keys(choices)[0] ?? '';

/** The properties of an action node: resource, operations, and the inputs of each operation. */
export function describe(table: Table): INodeProperties[] {
	const resources = Object.entries(table);
	const options = resources.map(([value, { name }]) => ({ name, value })).sort(byName);
	return [
		{
			displayName: 'Resource',
			name: 'resource',
			type: 'options',
			noDataExpression: true,
			options,
			default: presetOf(table),
		},
		...resources.flatMap(([resource, { operations }]) => operationChoices(resource, operations)),
		...resources.flatMap(([resource, { operations }]) =>
			describeInputs('operation', operations, { resource: [resource] }),
		),
	];
}

/** The choice of an operation, once as a step of a workflow and once as a tool of an AI agent. */
function operationChoices(resource: string, operations: Resource['operations']): INodeProperties[] {
	const all = Object.entries(operations);
	const offered = all.filter(([, { humanOnly }]) => !humanOnly);
	if (offered.length === all.length) return [operationChoice({ resource: [resource] }, all)];
	return [
		operationChoice({ resource: [resource], '@tool': [false] }, all),
		operationChoice({ resource: [resource], '@tool': [true] }, offered),
	];
}

function operationChoice(
	show: NonNullable<INodeProperties['displayOptions']>['show'],
	operations: Array<[string, Definition]>,
): INodeProperties {
	const options = operations
		.map(([value, { name, action, description, destructive }]) => {
			if (!destructive) return { name, value, action, description };
			return {
				name,
				value,
				// All that n8n tells a model of an operation.
				action: `${action} irreversibly`,
				description: `${description} (deletes or ends something, cannot be undone)`,
			};
		})
		.sort(byName);
	return {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show },
		options,
		default: presetOf(Object.fromEntries(operations)),
	};
}

/**
 * The inputs of operations or events, each shown with those that have it; `chooser` is the input that
 * chooses among them. What several of them share is listed once.
 */
export function describeInputs(
	chooser: 'operation' | 'event',
	definitions: Record<string, { fields: Fields }>,
	show: NonNullable<INodeProperties['displayOptions']>['show'] = {},
): INodeProperties[] {
	const shared = new Map<string, { name: string; field: Field<unknown>; used: string[] }>();
	for (const [value, { fields }] of Object.entries(definitions)) {
		for (const [name, field] of Object.entries(fields)) {
			if (field.constant) continue;
			const key = JSON.stringify([name, field.property, field.showWhen]);
			const same = shared.get(key) ?? { name, field, used: [] };
			same.used.push(value);
			shared.set(key, same);
		}
	}
	const listed = [...shared.values()].sort((one, other) => rank(one) - rank(other));
	return listed.map(({ name, field, used }) => ({
		...field.property,
		name,
		displayOptions: { show: { ...show, [chooser]: used, ...field.showWhen } },
	}));
}

/** What every list or answer has stands below the inputs of its own. */
const BELOW = ['returnAll', 'limit', 'simplify'];

/** Remarks come first, then what must be filled in, and the options of a request last. */
function rank({ name, field: { property } }: { name: string; field: Field<unknown> }): number {
	if (property.type === 'notice') return 0;
	if (property.type !== 'collection') return 1 + (BELOW.indexOf(name) + 1) / 10;
	return property.displayName === 'Options' ? 3 : 2;
}

/** The inputs of a trigger that offers nothing to choose between. */
export const describeFields = (fields: Fields): INodeProperties[] =>
	Object.entries(fields).map(([name, { property }]) => ({ ...property, name }));
