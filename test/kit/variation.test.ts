import type { INodeProperties } from 'n8n-workflow';

import { describe as described } from '../../nodes/kit/describe';
import type { Table } from '../../nodes/kit/table';
import { about, create, second, table } from './brands';

// What the editor shows of another brand's operations.

/** The inputs of an operation as the editor lists them. */
const inputs = (of: Table, operationName: string): INodeProperties[] =>
	described(of).filter(
		({ displayOptions: { show = {} } = {} }) =>
			show.resource?.includes('thing') && show.operation?.includes(operationName),
	);
const names = (properties: INodeProperties[]) => properties.map(({ name }) => name).sort();
const innerNames = ({ options: inner = [] }: Partial<INodeProperties> = {}) =>
	inner.map((one) => one.name);
const entryOf = (of: Table, name: string) => inputs(of, 'create').find((one) => one.name === name);

describe('the operations of another brand', () => {
	it('are the chosen ones, under the names of the first brand', () => {
		expect(Object.keys(second)).toEqual(['thing']);
		expect(second.thing?.name).toBe('Thing');
		expect(Object.keys(second.thing?.operations ?? {})).toEqual(['create', 'getAll']);
		const { create: own } = second.thing?.operations ?? {};
		expect(own).toMatchObject({ ...about, name: 'Create', docs: 'second brand, create' });
	});

	it('leave the first brand as it is', () => {
		expect(create.docs).toBe('first brand');
		expect(names(inputs(table, 'create'))).toEqual(
			['additionalFields', 'companyId', 'hostId', 'limits', 'name', 'options', 'ownerType'].sort(),
		);
	});

	it('show what remains and what is added, in collections too', () => {
		expect(names(inputs(second, 'create'))).toEqual(
			['additionalFields', 'hostId', 'name', 'options', 'region'].sort(),
		);
		expect(innerNames(entryOf(second, 'additionalFields'))).toEqual(['partId', 'weight']);
	});

	it('take IDs by hand where the brand has no list of them, and keep the form of the value', () => {
		const [part] = entryOf(second, 'additionalFields')?.options ?? [];
		for (const entry of [entryOf(second, 'hostId'), part]) {
			expect(entry).toMatchObject({
				type: 'resourceLocator',
				default: { mode: 'id', value: '' },
				modes: [{ name: 'id', placeholder: 'e.g. 5' }],
			});
		}
		expect(entryOf(table, 'hostId')?.modes).toHaveLength(2);
	});

	it('have the options of every request also where they have none of their own', () => {
		expect(innerNames(entryOf(second, 'options'))).toEqual([
			'batching',
			'maxRetries',
			'maxWait',
			'timeout',
		]);
	});

	it('lose a collection that is left empty, but not the rest', () => {
		expect(names(inputs(second, 'getAll'))).toEqual(['limit', 'options', 'returnAll']);
	});

	it('show a field that depended on a fixed input always, or never', () => {
		expect(entryOf(second, 'hostId')?.displayOptions?.show).toEqual({
			operation: ['create'],
			resource: ['thing'],
		});
		expect(entryOf(second, 'companyId')).toBeUndefined();
	});
});
