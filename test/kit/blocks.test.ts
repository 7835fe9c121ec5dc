import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { flag, whole, choice } from '../../nodes/kit/choice';
import { record, records } from '../../nodes/kit/block';
import { additionalFields } from '../../nodes/kit/collection';
import { text, when } from '../../nodes/kit/field';
import { operation } from '../../nodes/kit/operation';
import { path } from '../../nodes/kit/path';
import { post } from '../../nodes/kit/request';
import { useSample } from './sampleNode';

// What a block of fields makes of what the editor, an expression or an imported workflow gives it.

const fields = {
	kind: choice('Kind', { mail: 'Mail', phone: 'Phone' }, { default: 'mail' }),
	address: when({ kind: ['mail'] }, text('Address', { required: true })),
	number: when({ kind: ['phone'] }, text('Number', { required: true })),
	tries: whole('Tries', { default: 3, minimum: 1, description: 'How often' }),
	urgent: flag('Urgent', false, 'Whether it is urgent'),
};
const settings = { entry: 'Contact', description: 'Who is meant' };

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

const anna = { address: 'anna@a.de' };
const whole1 = { kind: 'mail', ...anna, tries: 3, urgent: false };
const carl = { kind: 'phone', number: '0123', tries: 1 };
const whole2 = { ...carl, urgent: false };

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
		one: whole1,
		many: [whole1, whole2],
		more: { other: whole2 },
	});
});

it.each([
	['not there', {}],
	['empty', { many: {} }],
	['without entries', { many: { values: [] } }],
])('a block that is %s has no entries', async (_what, inputs) => {
	expect(await sent('create', { one, ...inputs })).toEqual({ one: whole1, many: [], more: {} });
});

it('entries may be expressions', async () => {
	const mapped = { kind: 'phone', number: '={{ $json.number }}', tries: '={{ 1 }}' };
	expect(await sent('create', { one, many: { values: [mapped] } }, carl)).toMatchObject({
		many: [whole2],
	});
});

it('what other entries hide is neither demanded nor sent', async () => {
	const both = { ...carl, address: 'not-wanted@a.de' };
	expect(await sent('create', { one: { values: both } })).toMatchObject({ one: whole2 });
	expect(block.parse({ values: both }, reading)).not.toHaveProperty('address');
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
		pair: [whole1, whole2],
	});
});

// n8n itself drops an expression for a whole block; imported workflows and other versions may not.
const reading = { timezone: 'UTC' };
const block = record('One', fields, settings);
const blocks = records('Many', fields, settings);
const pair = records('Pair', fields, { ...settings, exactly: 2 });

it.each([
	['the editor’s form', { values: anna }],
	['a list with one entry', { values: [anna] }],
	['a bare record', anna],
	['a bare list', [anna]],
	['a record with nothing instead of defaults', { ...anna, kind: null, tries: null }],
])('a block filled in once is read from %s', (_what, raw) => {
	expect(block.parse(raw, reading)).toEqual(whole1);
});

it.each([
	['a list', { values: [anna, carl] }, [whole1, whole2]],
	['a bare list', [anna, carl], [whole1, whole2]],
	['a bare list with other things in it', [anna, 'carl', null, carl], [whole1, whole2]],
	['a bare record', anna, [whole1]],
	['one entry', { values: anna }, [whole1]],
	['nothing', undefined, []],
	['null', null, []],
	['an empty record', {}, []],
	['a text', 'anna', []],
])('a block filled in several times is read from %s', (_what, raw, expected) => {
	expect(blocks.parse(raw, reading)).toEqual(expected);
});

it.each([
	[0, []],
	[1, anna],
	[3, [anna, carl, anna]],
])('a block of exactly two entries refuses %i', (count, raw) => {
	const message = `"Pair" has ${count} entries, but it must have exactly 2`;
	expect(() => pair.parse(raw, reading)).toThrow(message);
});
