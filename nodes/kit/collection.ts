import type { INodeProperties } from 'n8n-workflow';

import type { Field, Fields, Reading, Values } from './field';
import { isRecord } from './record';

/** A group of optional fields; what the user did not add is absent from the value. */
export interface Collection<F extends Fields> extends Field<Partial<Values<F>>> {
	fields: F;
	/** The same group with other fields. */
	having(fields: Fields): Field<unknown>;
}

/** The fields as n8n properties, sorted by label as the editor's guidelines ask. */
export function properties(fields: Fields): INodeProperties[] {
	return Object.entries(fields)
		.map(([name, { property, showWhen }]) => ({
			...property,
			name,
			...(showWhen && { displayOptions: { show: showWhen } }),
		}))
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
		having: (others) => collection(displayName, placeholder, others),
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

/** What an update changes; everything else stays as it is. */
export const updateFields = <F extends Fields>(fields: F) =>
	collection('Update Fields', 'Add Field', fields);
