import type { IDataObject } from 'n8n-workflow';

import {
	readValues,
	simplifier,
	simplifyFields,
	withOptions,
	type About,
	type Callable,
	type Definition,
	type Job,
	type ReadInput,
} from './definition';
import type { Fields, Values } from './field';
import { runOptions } from './settings';
import { variedSettings, type Variation } from './variation';

interface OperationSettings<F extends Fields> extends About, Callable<Values<F>> {
	fields: F;
	/** Throws a refusal before anything is sent. `jobs` counts the items of the run. */
	check?(values: Values<F>, jobs: number): void;
	/** Turns the answer into the output; the answer itself when missing. */
	output?(body: IDataObject, values: Values<F>): IDataObject;
	/** The entries of the output that remain when the user leaves Simplify on. */
	simplify?: string[];
}

/** One request for each item. */
export function operation<F extends Fields>(settings: OperationSettings<F>) {
	return {
		...settings,
		fields: { ...withOptions(settings.fields, runOptions), ...simplifyFields(settings.simplify) },
		vary: (variation: Variation): Definition => operation(variedSettings(settings, variation)),
		prepare(read: ReadInput): Job {
			const values = readValues(settings.fields, read);
			const simplified = simplifier(settings.simplify, read);
			// Built now, so that what cannot be in a path is refused before anything is sent.
			settings.request(values);
			return {
				check: async (_tools, jobs) => settings.check?.(values, jobs),
				async run(tools) {
					const body = await tools.call(settings, values);
					return [{ json: simplified(settings.output?.(body, values) ?? body) }];
				},
			};
		},
	};
}
