import {
	readValues,
	simplifier,
	simplifyFields,
	withOptions,
	type About,
	type Job,
	type Output,
	type ReadInput,
} from './definition';
import type { Field, Fields, Values } from './field';
import { runOptions } from './settings';
import type { Tools } from './tools';

interface TaskSettings<F extends Fields> extends About {
	fields: F;
	/** The option that makes all items of the run one piece of work, by its name. */
	joint?: Record<string, Field<boolean>>;
	/** Throws a refusal before anything is sent. `jobs` counts the pieces of work of the run. */
	check?(values: Values<F>, tools: Tools, jobs: number): void | Promise<void>;
	run(values: Values<F>, tools: Tools): Promise<Output[]>;
	/** The entries of the output that remain when the user leaves Simplify on. */
	simplify?: string[];
}

/** Several requests for each item, made by calling other operations by their definitions. */
export function task<F extends Fields>(settings: TaskSettings<F>) {
	const { joint = {} } = settings;
	return {
		...settings,
		fields: {
			...withOptions(settings.fields, joint, runOptions),
			...simplifyFields(settings.simplify),
		},
		isJoint: (read: ReadInput) =>
			Object.entries(joint).some(([name, option]) => read.option(name, option)),
		prepare(read: ReadInput): Job {
			const values = readValues(settings.fields, read);
			const simplified = simplifier(settings.simplify, read);
			return {
				check: async (tools, jobs) => await settings.check?.(values, tools, jobs),
				async run(tools) {
					const outputs = await settings.run(values, tools);
					return outputs.map((output) => ({ ...output, json: simplified(output.json) }));
				},
			};
		},
	};
}
