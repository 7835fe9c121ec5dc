import {
	NodeHelpers,
	type INodeParameters,
	type INodeProperties,
	type INodeTypeDescription,
	type NodeParameterValueType,
} from 'n8n-workflow';

type Offered = NonNullable<INodeProperties['options']>[number];

const isProperty = (option: Offered): option is INodeProperties => 'type' in option;

/** What a placeholder shows, such as `13` of "e.g. 13". */
const example = (placeholder = ''): string => placeholder.replace(/^e\.g\. /, '');

/** The value of an input that differs from its default; `turn` chooses among those on offer. */
function sample(
	property: INodeProperties,
	turn: number,
	among: (properties: INodeProperties[]) => INodeParameters,
): NodeParameterValueType {
	const { type, options = [], default: initial, typeOptions = {}, modes = [] } = property;
	const choices = options.flatMap((option) => ('value' in option ? [option.value] : []));
	const chosen = choices[turn % Math.max(1, choices.length)];
	switch (type) {
		case 'options':
			// Choices that are loaded are names of time zones.
			return chosen ?? (typeOptions.loadOptionsMethod ? 'Europe/Berlin' : initial);
		case 'multiOptions':
			return chosen === undefined ? [] : [chosen];
		case 'boolean':
			return !initial;
		case 'number':
			return Math.max(2 + turn, typeOptions.minValue ?? 0);
		case 'dateTime':
			return '2030-01-02T09:30:00';
		case 'json':
			return '{ "key": "value" }';
		case 'collection':
			return among(options.filter(isProperty));
		case 'fixedCollection': {
			const groups = options.flatMap((group) => ('values' in group ? [group] : []));
			const filled = ({ values }: (typeof groups)[number]) => among(values);
			return Object.fromEntries(
				groups.map((group) => [
					group.name,
					typeOptions.multipleValues ? [filled(group)] : filled(group),
				]),
			);
		}
		case 'resourceLocator': {
			const mode = modes[turn % Math.max(1, modes.length)];
			return { __rl: true, mode: mode?.name ?? 'id', value: example(mode?.placeholder) || '7' };
		}
		default:
			return example(property.placeholder) || (initial === '' ? 'text' : initial);
	}
}

/**
 * The inputs of a node with a value for each that n8n shows with them, those in collections included.
 * @param given chosen beforehand, such as resource and operation
 * @param turn another one chooses other values
 */
export function allInputs(
	description: INodeTypeDescription,
	given: INodeParameters,
	turn: number,
): INodeParameters {
	const node = { typeVersion: [description.version].flat().at(-1) ?? 1 };
	const values: INodeParameters = { ...given };
	const isShown = (property: INodeProperties, inner: INodeParameters) =>
		NodeHelpers.displayParameter(inner, property, node, description, values);
	const fill = (properties: INodeProperties[], inner: INodeParameters): INodeParameters => {
		for (const property of properties) {
			if (['notice', 'hidden'].includes(property.type) || property.name in inner) continue;
			if (!isShown(property, inner)) continue;
			inner[property.name] = sample(property, turn, (nested) => fill(nested, {}));
		}
		return inner;
	};
	return fill(description.properties, values);
}
