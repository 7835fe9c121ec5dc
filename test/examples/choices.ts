import type { INodeProperties } from 'n8n-workflow';

type Offered = NonNullable<INodeProperties['options']>[number];

const isProperty = (option: Offered): option is INodeProperties => 'type' in option;

/**
 * The values of choices that are not among those offered, expressions aside. n8n's own check looks at
 * the outermost inputs only. Choices that are loaded from the vendor are left out.
 */
export function unknownChoices(inputs: unknown, properties: INodeProperties[]): unknown[] {
	const entries = [inputs].flat().flatMap((one) => Object.entries(Object(one)));
	return entries.flatMap(([name, value]: [string, unknown]) => {
		const named = properties.filter((property) => property.name === name);
		const options = named.flatMap((property) => property.options ?? []);
		const is = (...types: string[]) => named.some(({ type }) => types.includes(type));
		if (is('collection')) return unknownChoices(value, options.filter(isProperty));
		if (is('fixedCollection')) {
			return options.flatMap((group) =>
				'values' in group ? unknownChoices(Object(value)[group.name], group.values) : [],
			);
		}
		if (!is('options', 'multiOptions')) return [];
		if (named.some(({ typeOptions }) => typeOptions?.loadOptionsMethod)) return [];
		const offered = options.flatMap((option): unknown[] =>
			'value' in option ? [option.value] : [],
		);
		return [value].flat().filter((one) => !String(one).startsWith('=') && !offered.includes(one));
	});
}
