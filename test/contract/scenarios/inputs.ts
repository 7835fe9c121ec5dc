import type { INodeParameters } from 'n8n-workflow';
import { requestOptions, type Inputs } from '../scope/inputs';

/** What every input of a name can be: at the top level, and in a collection. */
export interface Samples {
	required: INodeParameters;
	optional: INodeParameters;
}

/** A run with all inputs that can stand together. */
export interface Complete {
	/** Inputs of collections that are left out. */
	without?: string[];
	/** Inputs of collections that are not as in the samples. */
	instead?: INodeParameters;
	/** Inputs at the top level that are not as in the samples. */
	inputs?: INodeParameters;
}

const COLLECTIONS = ['additionalFields', 'updateFields', 'filters', 'options'] as const;

function sampled(names: string[], samples: INodeParameters): INodeParameters {
	return Object.fromEntries(
		names.map((name) => {
			if (!(name in samples)) throw new Error(`There is no sample of ${name}`);
			return [name, samples[name]];
		}),
	);
}

export const requiredInputs = ({ required: names = [] }: Inputs, { required }: Samples) =>
	sampled(names, required);

/** What may be left out, by collection, and what else can be chosen. */
function optionalInputs(
	inputs: Inputs,
	{ optional }: Samples,
	{ without = [], instead = {} }: Complete,
): INodeParameters {
	const samples = { ...optional, ...instead };
	const collections = COLLECTIONS.flatMap((collection) => {
		const common = collection === 'options' && !inputs.isLocal ? requestOptions : [];
		const names = [...(inputs[collection] ?? []), ...common];
		const given = names.filter((name) => !without.includes(name));
		return given.length > 0 ? [[collection, sampled(given, samples)]] : [];
	});
	return { ...Object.fromEntries(collections), returnAll: true, simplify: false };
}

export const completeInputs = (inputs: Inputs, samples: Samples, run: Complete) => ({
	...requiredInputs(inputs, samples),
	...optionalInputs(inputs, samples, run),
	...run.inputs,
});
