import type { INodeProperties } from 'n8n-workflow';

import { refusal } from './error';
import type { Field, FieldProperty, Fields, Reading, Values } from './field';
import { isRecord } from './record';

/** A group of optional fields; what the user did not add is absent from the value. */
export interface Collection<F extends Fields> extends Field<Partial<Values<F>>> {
	fields: F;
}

/** The fields as n8n properties, sorted by label as the editor's guidelines ask. */
function properties(fields: Fields): INodeProperties[] {
	return Object.entries(fields)
		.map(([name, { property }]) => ({ ...property, name }))
		.sort((one, other) => one.displayName.localeCompare(other.displayName));
}

/** n8n has no required entries in collections: whoever adds one has to fill it in. */
const optional = (property: INodeProperties): INodeProperties => ({
	...property,
	required: undefined,
});

function parseEach<F extends Fields>(
	fields: F,
	raw: Record<string, unknown>,
	reading: Reading,
): Partial<Values<F>> {
	const values: Partial<Values<F>> = {};
	for (const name in fields) {
		if (raw[name] === undefined || fields[name]?.silent) continue;
		Object.assign(values, { [name]: fields[name]?.parse(raw[name], reading) });
	}
	return values;
}

function collection<F extends Fields>(
	displayName: string,
	placeholder: string,
	fields: F,
): Collection<F> {
	return {
		fields,
		property: {
			displayName,
			type: 'collection',
			placeholder,
			default: {},
			options: properties(fields).map(optional),
		},
		parse: (raw, reading) => parseEach(fields, isRecord(raw) ? raw : {}, reading),
	};
}

/** Optional inputs of a request that creates, sends or dials. */
export const additionalFields = <F extends Fields>(fields: F) =>
	collection('Additional Fields', 'Add Field', fields);

/** What narrows a list. */
export const filters = <F extends Fields>(fields: F) => collection('Filters', 'Add Filter', fields);

/** Everything else, and how a request is made. */
export const options = <F extends Fields>(fields: F) => collection('Options', 'Add Option', fields);

/** A block of fields the user fills in once or several times. */
export function records<F extends Fields>(
	label: string,
	fields: F,
	settings: { entry: string; description: string },
): Field<Array<Partial<Values<F>>>> {
	return {
		property: block(label, fields, settings.entry, settings.description, true),
		parse: (raw, reading) => entries(raw).map((entry) => parseEach(fields, entry, reading)),
	};
}

/** A block of fields the user fills in exactly once. `required` fields in it must not be empty. */
export function record<F extends Fields>(
	label: string,
	fields: F,
	settings: { entry: string; description: string },
): Field<Values<F>> {
	return {
		property: { ...block(label, fields, settings.entry, settings.description), required: true },
		parse(raw, reading) {
			const [only, ...more] = entries(raw);
			if (only === undefined) {
				throw refusal(label, 'is empty', `Add the ${settings.entry.toLowerCase()}`);
			}
			if (more.length > 0) {
				const count = `has ${more.length + 1} entries, but exactly one is possible`;
				throw refusal(label, count, 'Remove the others, or run the node once for each');
			}
			return complete(fields, only, reading);
		},
	};
}

function complete<F extends Fields>(
	fields: F,
	raw: Record<string, unknown>,
	reading: Reading,
): Values<F>;
function complete(fields: Fields, raw: Record<string, unknown>, reading: Reading): object {
	return Object.fromEntries(
		Object.entries(fields).map(([name, field]) => [name, field.parse(raw[name], reading)]),
	);
}

function entries(raw: unknown): Array<Record<string, unknown>> {
	const values = isRecord(raw) ? raw.values : undefined;
	return (Array.isArray(values) ? values : [values]).filter(isRecord);
}

function block(
	displayName: string,
	fields: Fields,
	entry: string,
	description: string,
	multipleValues = false,
): FieldProperty {
	return {
		displayName,
		type: 'fixedCollection',
		placeholder: `Add ${entry}`,
		default: {},
		description,
		typeOptions: { multipleValues },
		options: [{ displayName: entry, name: 'values', values: properties(fields) }],
	};
}
