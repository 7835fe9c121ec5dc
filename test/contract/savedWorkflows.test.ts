import type { INodeProperties } from 'n8n-workflow';
import { nodes } from './nodes';
import { choicesOf, everyProperty } from './properties';

// What a workflow saved by a user relies on: the names, types, defaults and values of the inputs, and
// with which choice they are there. A change here breaks saved workflows, or needs a new node version.
// Texts are left out, as they may change freely.

function line(path: string, property: INodeProperties): string {
	const { type, default: initial, displayOptions, typeOptions } = property;
	const shown = Object.entries(displayOptions?.show ?? {})
		.map(([name, values = []]) => `${name}=${[values].flat().map(String).join('|')}`)
		.join(' ');
	const values = choicesOf(property).map(({ value }) => String(value));
	return [
		`${path}: ${type}${typeOptions?.multipleValues ? '[]' : ''}`,
		values.length > 0 ? `{${values.join(' ')}}` : '',
		`= ${JSON.stringify(initial)}`,
		shown && `when ${shown}`,
	]
		.filter(Boolean)
		.join(' ');
}

it.each(nodes.map(({ node }) => ({ name: node.description.name, node })))(
	'$name keeps what saved workflows rely on',
	({ node }) => {
		const { name, version, inputs, outputs, credentials, webhooks, properties } = node.description;
		const lines = everyProperty(properties)
			.filter(({ property }) => property.type !== 'notice')
			.map(({ path, property }) => line(path, property));
		const relied = { name, version, inputs, outputs, credentials, webhooks, properties: lines };
		expect(relied).toMatchSnapshot();
	},
);
