import type {
	GenericValue,
	INodeParameters,
	INodeProperties,
	NodeParameterValueType,
} from 'n8n-workflow';

/** A place in a node's parameters that takes one value. */
export interface Leaf {
	/** The names around it and its own, entries of a list by their number, such as `contacts.values.0.email`. */
	path: string;
	property: INodeProperties;
	/** Whether the user has to add it, because it stands in a collection. */
	isOptional: boolean;
}

/** How the parameters of a run are built; the same for all its items. */
export interface Shape {
	/** How many entries a list of blocks has. */
	entries: number;
	/** Whether a picker's value is an expression as a whole instead of the ID in it. */
	isMapped: boolean;
	/** Whether the nth input that may be left out is there. */
	optional: boolean[];
	/** Whether an input is there always. */
	isAlways(path: string): boolean;
}

/** The parameters of an operation, each value an expression over the item, and what they ask for. */
export interface Form {
	parameters: INodeParameters;
	leaves: Leaf[];
}

/** Builds the parameters of an operation from the description of its inputs. */
export function formOf(properties: INodeProperties[], shape: Shape): Form {
	const leaves = new Map<string, Leaf>();
	let count = 0;

	function parametersOf(
		inner: INodeProperties[],
		within: string,
		isOptional: boolean,
	): INodeParameters {
		return Object.fromEntries(
			inner
				.filter(({ type }) => type !== 'notice' && type !== 'hidden')
				.filter(
					({ name }) => !isOptional || shape.isAlways(within + name) || shape.optional[count++],
				)
				.map((property) => [property.name, valueOf(property, within, isOptional)]),
		);
	}

	function valueOf(
		property: INodeProperties,
		within: string,
		isOptional: boolean,
	): NodeParameterValueType {
		const path = `${within}${property.name}`;
		const { options = [], type, typeOptions } = property;
		if (type === 'collection') {
			const inner = options.filter((option): option is INodeProperties => 'type' in option);
			return parametersOf(inner, `${path}.`, true);
		}
		const [block] = options;
		if (type === 'fixedCollection' && block && 'values' in block) {
			const entry = (index: number) =>
				parametersOf(block.values, `${path}.${block.name}.${index}.`, false);
			const {
				multipleValues,
				minRequiredFields = 0,
				maxAllowedFields = Infinity,
			} = typeOptions ?? {};
			const length = Math.min(Math.max(shape.entries, minRequiredFields), maxAllowedFields);
			return { [block.name]: multipleValues ? [...Array(length).keys()].map(entry) : entry(0) };
		}
		leaves.set(path, { path, property, isOptional });
		const expression = `={{ $json[${JSON.stringify(path)}] }}`;
		if (type !== 'resourceLocator' || shape.isMapped) return expression;
		return { __rl: true, mode: 'id', value: expression };
	}

	const parameters = parametersOf(properties, '', false);
	return { parameters, leaves: [...leaves.values()] };
}

/** The values within parameters that work, by the path of their input; of pickers the ID. */
export function samplesIn(
	parameters: GenericValue,
	path = '',
): Array<[path: string, value: GenericValue]> {
	const isObject = typeof parameters === 'object' && parameters !== null;
	if (!isObject || isScalarList(parameters)) return [[path, parameters]];
	const entries: Array<[string, GenericValue]> = Object.entries(parameters);
	const { __rl: isPicker, value: picked } = Object.fromEntries(entries);
	if (isPicker) return [[path, picked]];
	const within = path === '' ? '' : `${path}.`;
	return entries.flatMap(([name, value]) => {
		const isSingleBlock = name === 'values' && !Array.isArray(value);
		return samplesIn(isSingleBlock ? [value] : value, `${within}${name}`);
	});
}

const isScalarList = (value: object): boolean =>
	Array.isArray(value) && value.every((entry) => typeof entry !== 'object');
