import { record } from '../../nodes/kit/block';
import { choice } from '../../nodes/kit/choice';
import { additionalFields, filters, options } from '../../nodes/kit/collection';
import { mapped, text, when } from '../../nodes/kit/field';
import { listing } from '../../nodes/kit/listing';
import { locator } from '../../nodes/kit/locator';
import { picker } from '../../nodes/kit/picker';
import { operation } from '../../nodes/kit/operation';
import { path } from '../../nodes/kit/path';
import { post } from '../../nodes/kit/request';
import type { Table } from '../../nodes/kit/table';
import { subset, type Subset } from '../../nodes/kit/variation';

// What another brand of the same API has, as data.

export const about = { action: 'Do it', description: 'Does it', docs: 'first brand' };
const line = (label: string) => text(label);

const things = picker({
	method: 'searchThings',
	listed: { repeatable: true, request: () => post(path`/things`) },
	values: () => ({}),
	label: ({ name }) => String(name),
});
const reference = (label: string) => locator(label, things, { placeholder: 'e.g. 5' });

const numbered = mapped(reference('Part'), Number);

export const create = operation({
	...about,
	name: 'Create',
	fields: {
		name: text('Name', { required: true }),
		ownerType: choice('Owner', { host: 'Host', company: 'Company' }, { default: 'host' }),
		hostId: when({ ownerType: ['host'] }, reference('Host')),
		companyId: when({ ownerType: ['company'] }, text('Company', { required: true })),
		additionalFields: additionalFields({
			colour: line('Colour'),
			partId: numbered,
			size: line('Size'),
		}),
		limits: when({ ownerType: ['company'] }, options({ colour: line('Colour') })),
		options: options({ colour: line('Colour') }),
	},
	repeatable: false,
	request: ({ additionalFields: more, limits, options: own, ...values }) =>
		post(path`/things`, { body: { ...values, more, limits, own } }),
});
const getAll = listing({
	...about,
	name: 'Get Many',
	fields: { filters: filters({ size: line('Size') }) },
	repeatable: true,
	request: ({ filters: chosen }) => post(path`/list`, { body: chosen }),
});
export const table: Table = {
	thing: { name: 'Thing', operations: { create, getAll, rename: create } },
	other: { name: 'Other', operations: { create } },
};

const weight = record('Weight', { grams: line('Grams') }, { entry: 'Weight', description: 'It' });

const selection: Subset = {
	thing: {
		create: {
			docs: 'second brand, create',
			only: { additionalFields: ['partId'], options: [] },
			added: { region: text('Region', { required: true }) },
			addedTo: { additionalFields: { weight } },
			fixed: { ownerType: 'host' },
		},
		getAll: { docs: 'second brand, getAll', only: { filters: [] } },
	},
};
/** The part of it that another brand has. */
export const second = subset(table, selection, ['hostId', 'partId']);
