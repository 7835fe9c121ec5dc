import type { IDataObject } from 'n8n-workflow';

import { flag, whole } from './choice';
import {
	readValues,
	simplifier,
	simplifyFields,
	withOptions,
	type About,
	type Callable,
	type Definition,
	type Job,
	type Output,
	type ReadInput,
} from './definition';
import type { Fields, Values } from './field';
import { runOptions } from './settings';
import type { Tools } from './tools';
import { variedSettings, type Variation } from './variation';

/** A list that a composite, a picker or a trigger can go through. */
export interface Listed<V> extends Callable<V> {
	/** Tells which records are wanted, for filters that the vendor does not have; all when missing. */
	filter?(values: V): ((record: IDataObject) => boolean) | undefined;
}

interface ListingSettings<F extends Fields> extends About, Listed<Values<F>> {
	fields: F;
	/** Goes through a list that pages alone do not give; at most `wanted` records matter. */
	walk?(values: Values<F>, tools: Tools, wanted: number): AsyncIterable<IDataObject>;
	/** What the user should know about the list. */
	hint?: string;
	/** Turns a record into the output; the record itself when missing. */
	output?(record: IDataObject, values: Values<F>): IDataObject;
	/** The entries of a record that remain when the user leaves Simplify on. */
	simplify?: string[];
}

const returnAll = flag(
	'Return All',
	false,
	'Whether to return all results or only up to a given limit',
);

const limit = {
	...whole('Limit', { default: 50, minimum: 1, description: 'Max number of results to return' }),
	showWhen: { returnAll: [false] },
};

/** A list: one output item for each record, with Return All and Limit, paged as the vendor does it. */
export function listing<F extends Fields>(settings: ListingSettings<F>) {
	return {
		...settings,
		fields: {
			...withOptions(settings.fields, runOptions),
			...simplifyFields(settings.simplify),
			returnAll,
			limit,
		},
		vary: (variation: Variation): Definition => listing(variedSettings(settings, variation)),
		prepare(read: ReadInput): Job {
			const values = readValues(settings.fields, read);
			const simplified = simplifier(settings.simplify, read);
			const all = returnAll.parse(read.input('returnAll', returnAll), read);
			const wanted = all ? Infinity : limit.parse(read.input('limit', limit), read);
			settings.request(values);
			return {
				async run(tools) {
					const outputs: Output[] = [];
					if (settings.hint) tools.hint(settings.hint);
					const records =
						settings.walk?.(values, tools, wanted) ?? tools.records(settings, values, wanted);
					for await (const record of records) {
						const shown = settings.output?.(record, values) ?? record;
						outputs.push({ json: simplified(shown) });
						if (outputs.length >= wanted) break;
					}
					return outputs;
				},
			};
		},
	};
}
