import {
	readValues,
	simplifier,
	simplifyFields,
	withOptions,
	type About,
	type Definition,
	type Job,
	type Output,
	type ReadInput,
} from './definition';
import { ofItem } from './error';
import type { Field, Fields, Values } from './field';
import { runOptions } from './settings';
import type { Tools } from './tools';
import { variedSettings, type Variation } from './variation';

/** The inputs of all items of a joint piece of work, in their order; refuses as soon as one is wrong. */
type Every<F extends Fields> = () => Array<Values<F>>;

interface TaskSettings<F extends Fields> extends About {
	fields: F;
	/** The option that makes all items of the run one piece of work, by its name. */
	joint?: Record<string, Field<boolean>>;
	/** Throws a refusal before anything is sent. `jobs` counts the pieces of work of the run. */
	check?(values: Values<F>, tools: Tools, jobs: number, every: Every<F>): void | Promise<void>;
	run(values: Values<F>, tools: Tools, every: Every<F>): Promise<Output[]>;
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
		vary: (variation: Variation): Definition => task(variedSettings(settings, variation)),
		prepare(read: ReadInput, others: ReadInput[] = []): Job {
			const values = readValues(settings.fields, read);
			const every = () => [values, ...others.map((other) => readOther(settings.fields, other))];
			const simplified = simplifier(settings.simplify, read);
			return {
				check: async (tools, jobs) => await settings.check?.(values, tools, jobs, every),
				async run(tools) {
					const outputs = await settings.run(values, tools, every);
					return outputs.map((output) => ({ ...output, json: simplified(output.json) }));
				},
			};
		},
	};
}

/** Reads the inputs of a further item, whose number a refusal then names. */
function readOther<F extends Fields>(fields: F, read: ReadInput): Values<F> {
	try {
		return readValues(fields, read);
	} catch (error) {
		throw ofItem(error, read.item);
	}
}
