import type { INodeProperties, INodePropertyTypeOptions } from 'n8n-workflow';
import { runOptions } from '../../nodes/kit/settings';
import { choicesOf } from '../../test/contract/properties';
import { byResource, type Shown } from './operations';

/** What chooses among the inputs; its values need no mention. */
const CHOOSERS = ['resource', 'operation', '@tool'];

const KINDS: Partial<Record<INodeProperties['type'], string>> = {
	boolean: 'on or off',
	dateTime: 'time',
	json: 'JSON',
	number: 'number',
	string: 'text',
};

/** More choices than this are left to the editor. */
const MOST_CHOICES = 12;

/** The inputs of all operations of a node, folded by resource, as Markdown. */
export function inputsOf(properties: INodeProperties[], operations: Shown[]): string {
	const folded = [...byResource(operations)].map(([resource, all]) => {
		const names = all.map(({ name }) => name).join(', ');
		const lists = all.map(
			(operation) =>
				`#### ${resource}: ${operation.name}\n\n${inputsOfOperation(properties, operation)}`,
		);
		return fold(`<b>${resource}</b>: ${names}`, lists.join('\n\n'));
	});
	return folded.join('\n\n');
}

/** The inputs of a trigger, folded, as Markdown. */
export const inputsOfTrigger = (name: string, properties: INodeProperties[]): string =>
	fold(`<b>${name}</b>`, listOf(properties, properties));

/** The options that every request has, as Markdown. */
export const commonOptions = (): string => {
	const properties = Object.entries(runOptions).map(([name, { property }]) => ({
		...property,
		name,
	}));
	return listOf(properties, properties);
};

const fold = (summary: string, text: string): string =>
	`<details>\n<summary>${summary}</summary>\n\n${text}\n\n</details>`;

function inputsOfOperation(properties: INodeProperties[], { resource, value }: Shown): string {
	const own = properties.filter(({ displayOptions }) => {
		const { resource: resources = [], operation: operations = [] } = displayOptions?.show ?? {};
		return resources.includes(resource.value) && operations.includes(value);
	});
	const list = listOf(own, properties);
	return list === '' ? 'It has no inputs of its own.' : list;
}

function listOf(properties: INodeProperties[], all: INodeProperties[]): string {
	return properties.flatMap((property) => linesOf(property, all)).join('\n');
}

/** A property as an item of a list, with what it contains below it. */
function linesOf(property: INodeProperties, all: INodeProperties[], depth = 0): string[] {
	if (property.type === 'hidden') return [];
	const indent = '  '.repeat(depth);
	if (property.type === 'notice') return [`${indent}- _${textOf(property.displayName)}_`];
	const inner = innerOf(property);
	if (property.type === 'collection' && inner.length === 0) return [];
	const nature = natureOf(property, all);
	const about = aboutOf(property);
	const line = `${indent}- **${property.displayName}**${nature && ` (${nature})`}${about && `: ${about}`}`;
	return [line, ...inner.flatMap((entry) => linesOf(entry, inner, depth + 1))];
}

/** What stands in a collection or in an entry of a list; not what every request has. */
function innerOf({ type, options = [] }: INodeProperties): INodeProperties[] {
	if (type !== 'collection' && type !== 'fixedCollection') return [];
	return options.flatMap((option) => {
		if ('values' in option) return option.values;
		return 'type' in option && !(option.name in runOptions) ? [option] : [];
	});
}

/** What kind of entry it takes, whether it is required, what it begins with, when it is shown. */
function natureOf(property: INodeProperties, all: INodeProperties[]): string {
	return [
		kindOf(property),
		choiceOf(property),
		property.required && 'required',
		defaultOf(property),
		shownWith(property, all),
	]
		.filter(Boolean)
		.join('; ');
}

function kindOf({ type, typeOptions, modes = [] }: INodeProperties): string | undefined {
	if (typeOptions?.multipleValues) return howMany(typeOptions);
	if (type !== 'resourceLocator') return KINDS[type];
	return modes.some((mode) => mode.type === 'list') ? 'from a list or typed' : 'typed text';
}

function howMany({ maxAllowedFields: most }: INodePropertyTypeOptions): string {
	return most === undefined ? 'any number of them' : `exactly ${most}`;
}

function choiceOf(property: INodeProperties): string {
	if (property.type !== 'options' && property.type !== 'multiOptions') return '';
	const names = choicesOf(property).map(({ name }) => name);
	const how = property.type === 'options' ? 'one of' : 'any of';
	if (names.length === 0 || names.length > MOST_CHOICES) return `${how} a list`;
	return `${how}: ${names.join(', ')}`;
}

function defaultOf(property: INodeProperties): string {
	const { type, default: value } = property;
	const entry = Array.isArray(value) ? value : [value];
	if (type === 'boolean') return value === true ? 'preset on' : '';
	if (type === 'options' || type === 'multiOptions') {
		const names = choicesOf(property)
			.filter((choice) => entry.includes(choice.value))
			.map(({ name }) => name);
		return names.length > 0 ? `preset ${names.join(', ')}` : '';
	}
	const isPlain = (type === 'string' && value !== '') || type === 'number';
	return isPlain ? `preset ${textOf(String(value))}` : '';
}

/** With which values of other inputs it is shown. */
function shownWith({ displayOptions }: INodeProperties, all: INodeProperties[]): string {
	const conditions = Object.entries(displayOptions?.show ?? {}).filter(
		([name]) => !CHOOSERS.includes(name),
	);
	return conditions
		.map(([name, values = []]) => {
			const other = all.find((property) => property.name === name);
			if (other && choicesOf(other).length === values.length) return '';
			const names = values.map((value) => nameOf(other, value));
			return `only with ${other?.displayName ?? name}: ${names.join(', ')}`;
		})
		.filter(Boolean)
		.join('; ');
}

function nameOf(property: INodeProperties | undefined, value: unknown): string {
	const choice = property && choicesOf(property).find((option) => option.value === value);
	if (choice) return choice.name;
	return typeof value === 'boolean' ? (value ? 'on' : 'off') : String(value);
}

const aboutOf = ({ description = '', placeholder = '' }: INodeProperties): string =>
	[textOf(description), placeholder.startsWith('e.g. ') && textOf(placeholder)]
		.filter(Boolean)
		.join(', ');

/** A text that Markdown shows as it is, without the links that n8n's own remarks have. */
const textOf = (text: string): string =>
	text.replaceAll(/<\/?a\b[^>]*>/g, '').replaceAll(/[\\*_<[\]`|]/g, '\\$&');
