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

interface BlockSettings {
	/** What one entry is called. */
	entry: string;
	description: string;
}

/** A block of fields that the user fills in once. */
export function record<F extends Fields>(
	label: string,
	fields: F,
	settings: BlockSettings,
): Field<Values<F>> {
	return {
		property: block(label, fields, settings),
		parse: (raw, reading) => complete(fields, entries(raw)[0] ?? {}, reading),
	};
}

/** A block of fields that the user fills in any number of times, or exactly so many times. */
export function records<F extends Fields>(
	label: string,
	fields: F,
	settings: BlockSettings & { exactly?: number },
): Field<Array<Values<F>>> {
	const { exactly } = settings;
	const bounds = exactly && { minRequiredFields: exactly, maxAllowedFields: exactly };
	return {
		property: {
			...block(label, fields, settings),
			typeOptions: { multipleValues: true, ...bounds },
			...(exactly && { required: true }),
		},
		parse(raw, reading) {
			const given = entries(raw);
			if (exactly !== undefined && given.length !== exactly) {
				const count = `has ${given.length} entries, but it must have exactly ${exactly}`;
				throw refusal(label, count, 'Add or remove some, or run the node several times');
			}
			return given.map((entry) => complete(fields, entry, reading));
		},
	};
}

/** Parses every field, also those that are missing, so that required ones are demanded. */
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

/** n8n gives a single entry as such and several as a list. */
function entries(raw: unknown): Array<Record<string, unknown>> {
	const values = isRecord(raw) ? raw.values : undefined;
	return (Array.isArray(values) ? values : [values]).filter(isRecord);
}

function block(
	displayName: string,
	fields: Fields,
	{ entry, description }: BlockSettings,
): FieldProperty {
	return {
		displayName,
		type: 'fixedCollection',
		placeholder: `Add ${entry}`,
		default: {},
		description,
		options: [{ displayName: entry, name: 'values', values: properties(fields) }],
	};
}
