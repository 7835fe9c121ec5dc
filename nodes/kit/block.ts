import { properties } from './collection';
import { refusal } from './error';
import {
	isShown,
	type Field,
	type FieldProperty,
	type Fields,
	type Reading,
	type Values,
} from './field';
import { isRecord } from './record';

interface BlockSettings {
	/** What one entry is called. */
	entry: string;
	description: string;
}

/**
 * A block of fields that the user fills in once; `undefined` while it is not added. n8n 1 leaves a block out
 * of the saved workflow when all in it are at their presets, unless the number of values is named.
 */
export function record<F extends Fields>(
	label: string,
	fields: F,
	settings: BlockSettings,
): Field<Values<F> | undefined> {
	return {
		property: { ...block(label, fields, settings), typeOptions: { multipleValues: false } },
		parse(raw, reading) {
			const [entry] = entries(raw);
			return entry && complete(fields, entry, reading);
		},
	};
}

/** A block of fields that the user fills in any number of times, or exactly so many times. */
export function records<F extends Fields>(
	label: string,
	fields: F,
	settings: BlockSettings & { exactly?: number; required?: true },
): Field<Array<Values<F>>> {
	const { exactly, required } = settings;
	const bounds = exactly && { minRequiredFields: exactly, maxAllowedFields: exactly };
	return {
		property: {
			...block(label, fields, settings),
			typeOptions: { multipleValues: true, ...bounds },
			...((exactly ?? required) && { required: true }),
		},
		parse(raw, reading) {
			const given = entries(raw);
			if (exactly !== undefined && given.length !== exactly) {
				const count = `has ${given.length} entries, but it must have exactly ${exactly}`;
				throw refusal(label, count, 'Add or remove some, or run the node several times');
			}
			if (required && given.length === 0) {
				throw refusal(label, 'is empty', `Add at least one ${settings.entry.toLowerCase()}`);
			}
			return given.map((entry) => complete(fields, entry, reading));
		},
	};
}

/**
 * Parses every field, also those that are missing, so that required ones are demanded; not those that
 * the values of fields before them hide.
 */
function complete<F extends Fields>(
	fields: F,
	raw: Record<string, unknown>,
	reading: Reading,
): Values<F>;
function complete(fields: Fields, raw: Record<string, unknown>, reading: Reading): object {
	const values: Record<string, unknown> = {};
	for (const [name, field] of Object.entries(fields)) {
		if (isShown(field, values))
			values[name] = field.parse(raw[name] ?? field.property.default, reading);
	}
	return values;
}

/** n8n gives a single entry as such and several as a list; a workflow made by hand may have them bare. */
function entries(raw: unknown): Array<Record<string, unknown>> {
	const isBare = isRecord(raw) && !('values' in raw) && Object.keys(raw).length > 0;
	const values: unknown = isRecord(raw) && !isBare ? raw.values : raw;
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
