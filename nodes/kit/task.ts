import {
	readValues,
	simplifier,
	simplifyFields,
	withRequestOptions,
	type About,
	type Job,
	type Output,
	type ReadInput,
} from './definition';
import type { Fields, Values } from './field';
import type { Tools } from './tools';

interface TaskSettings<F extends Fields> extends About {
	fields: F;
	/** Whether all items of the run are one piece of work, with the first item's inputs. */
	joint?(values: Values<F>): boolean;
	/** Throws a refusal before anything is sent. `jobs` counts the pieces of work of the run. */
	check?(values: Values<F>, tools: Tools, jobs: number): void | Promise<void>;
	run(values: Values<F>, tools: Tools): Promise<Output[]>;
	/** The entries of the output that remain when the user leaves Simplify on. */
	simplify?: string[];
}

/** Several requests for each item, made by calling other operations by their definitions. */
export function task<F extends Fields>(settings: TaskSettings<F>) {
	return {
		...settings,
		fields: { ...withRequestOptions(settings.fields), ...simplifyFields(settings.simplify) },
		prepare(read: ReadInput): Job {
			const values = readValues(settings.fields, read);
			const simplified = simplifier(settings.simplify, read);
			return {
				joint: settings.joint?.(values) ?? false,
				check: async (tools, jobs) => await settings.check?.(values, tools, jobs),
				async run(tools) {
					const outputs = await settings.run(values, tools);
					return outputs.map((output) => ({ ...output, json: simplified(output.json) }));
				},
			};
		},
	};
}
