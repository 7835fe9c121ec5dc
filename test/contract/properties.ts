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

/** Whether a property is only there for AI agents. */
export const isForAgents = ({ displayOptions }: INodeProperties): boolean =>
	displayOptions?.show?.['@tool']?.includes(true) ?? false;

/** The operations that a node offers, to people or to agents, as `resource.operation`. */
export const operationsIn = (properties: INodeProperties[], { forAgents = false } = {}): string[] =>
	properties
		.filter((property) => property.name === 'operation')
		.filter((property) =>
			forAgents ? isForAgents(property) || !isSplit(property) : !isForAgents(property),
		)
		.flatMap((property) => {
			const [resource] = property.displayOptions?.show?.resource ?? [];
			return choicesOf(property).map(({ value }) => `${String(resource)}.${String(value)}`);
		});

/** Whether people and agents choose among different values. */
const isSplit = ({ displayOptions }: INodeProperties): boolean =>
	displayOptions?.show?.['@tool'] !== undefined;

/** Operations that give lists. */
export const LISTS = /\.(getAll|getConferences|getCallRecords|getMedia)$/;

/** The properties the editor shows for an operation, apart from the chooser itself and remarks. */
export function shownFor(properties: INodeProperties[], name: string): INodeProperties[] {
	const [resource = '', operation = ''] = name.split('.');
	return properties.filter(({ type, displayOptions }) => {
		const { resource: resources = [], operation: operations = [] } = displayOptions?.show ?? {};
		return type !== 'notice' && resources.includes(resource) && operations.includes(operation);
	});
}
