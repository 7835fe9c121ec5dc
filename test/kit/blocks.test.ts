import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { record, records } from '../../nodes/kit/block';
import { additionalFields } from '../../nodes/kit/collection';
import { operation } from '../../nodes/kit/operation';
import { path } from '../../nodes/kit/path';
import { post } from '../../nodes/kit/request';
import { anna, annaSent, carl, carlSent, fields, settings } from './blockFields';
import { useSample } from './sampleNode';

// What a block of fields makes of what the editor, an expression or an imported workflow gives it.

const create = operation({
	name: 'Create',
	action: 'Create',
	description: 'Create',
	docs: 'none',
	fields: {
		one: record('One', fields, settings),
		many: records('Many', fields, settings),
		additionalFields: additionalFields({
			other: record('Other', fields, settings),
		}),
	},
	repeatable: true,
	request: ({ one, many, additionalFields: more }) =>
		post(path`/things`, { body: { one, many, more } }),
});

const createPair = operation({
	name: 'Create Pair',
	action: 'Create',
	description: 'Create',
	docs: 'none',
	fields: { pair: records('Pair', fields, { ...settings, exactly: 2 }) },
	repeatable: true,
	request: (body) => post(path`/pairs`, { body }),
});

const sample = useSample({ thing: { name: 'Thing', operations: { create, createPair } } });

/** Runs with these inputs and gives what is sent, or the error. */
async function sent(operationName: string, inputs: INodeParameters, json: IDataObject = {}) {
	const { run, server } = sample();
	server.answers(() => ({}));
	const { error } = await run(`thing.${operationName}`, {
		inputs: { ...inputs, options: { maxRetries: 0 } },
		items: [json],
	});
	return error ? error.message : server.received()[0]?.body;
}
const one = { values: anna };

it('blocks are sent as the editor stores them, what is missing with its default', async () => {
	const many = { values: [anna, carl] };
	const additionalFields = { other: { values: carl } };
	expect(await sent('create', { one, many, additionalFields })).toEqual({
		one: annaSent,
		many: [annaSent, carlSent],
		more: { other: carlSent },
	});
});

it.each([
	['not there', {}],
	['empty', { many: {} }],
	['without entries', { many: { values: [] } }],
])('a block that is %s has no entries', async (_what, inputs) => {
	expect(await sent('create', { one, ...inputs })).toEqual({ one: annaSent, many: [], more: {} });
});

it('entries may be expressions', async () => {
	const mapped = { kind: 'phone', number: '={{ $json.number }}', tries: '={{ 1 }}' };
	expect(await sent('create', { one, many: { values: [mapped] } }, carl)).toMatchObject({
		many: [carlSent],
	});
});

it('what other entries hide is neither demanded nor sent', async () => {
	const both = { ...carl, address: 'not-wanted@a.de' };
	expect(await sent('create', { one: { values: both } })).toMatchObject({ one: carlSent });
});

it.each([
	['what is demanded', { address: '={{ "" }}' }, '"Address" is empty [item 0]'],
	[
		'what another kind demands',
		{ kind: 'phone', number: '={{ "" }}' },
		'"Number" is empty [item 0]',
	],
	['a wrong entry', { ...anna, tries: '={{ 0 }}' }, '"Tries" is not usable [item 0]'],
])('%s is told', async (_what, values, message) => {
	expect(await sent('create', { one: { values } })).toBe(message);
});

it('a block of exactly two entries has them', async () => {
	expect(await sent('createPair', { pair: { values: [anna, carl] } })).toEqual({
		pair: [annaSent, carlSent],
	});
});
