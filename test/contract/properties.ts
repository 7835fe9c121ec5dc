import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

/** A property wherever it stands: `path` has the names of the collections around it. */
export interface PlacedProperty {
	path: string;
	property: INodeProperties;
	/** Whether the user has to add it, because it stands in a collection. */
	optional: boolean;
}

/** All properties, those inside collections included. */
export function everyProperty(
	properties: INodeProperties[],
	within = '',
	optional = false,
): PlacedProperty[] {
	return properties.flatMap((property) => {
		const path = `${within}${property.name}`;
		const inner = (property.options ?? []).flatMap((option) => {
			if ('values' in option) return everyProperty(option.values, `${path}.${option.name}.`);
			if ('type' in option) return everyProperty([option], `${path}.`, true);
			return [];
		});
		return [{ path, property, optional }, ...inner];
	});
}

/** The values a property offers. */
export const choicesOf = ({ options = [] }: INodeProperties): INodePropertyOptions[] =>
	options.filter((option): option is INodePropertyOptions => 'value' in option);
