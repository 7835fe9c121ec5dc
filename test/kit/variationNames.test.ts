import { additionalFields } from '../../nodes/kit/collection';
import { choice } from '../../nodes/kit/choice';
import { text, when } from '../../nodes/kit/field';
import { operation } from '../../nodes/kit/operation';
import { path } from '../../nodes/kit/path';
import { post } from '../../nodes/kit/request';
import { subset, varied, type Variation } from '../../nodes/kit/variation';

// A brand's data that does not fit the operations it is about: a misspelt name must not pass silently.

const fields = {
	kind: choice('Kind', { small: 'Small', large: 'Large' }, { default: 'small' }),
	name: text('Name'),
	additionalFields: additionalFields({ colour: text('Colour') }),
};
const create = operation({
	name: 'Create',
	action: 'Create',
	description: 'Create',
	docs: 'none',
	fields,
	repeatable: false,
	request: () => post(path`/things`),
});
const table = { thing: { name: 'Thing', operations: { create } } };
const docs = 'second brand';

/** Builds another brand's part of the table. */
const build = (variation: Partial<Variation>) =>
	subset(table, { thing: { create: { docs, ...variation } } });

it.each([
	[
		'resource',
		() => subset(table, { thng: { create: { docs } } }),
		'There is no thng to take over',
	],
	[
		'operation',
		() => subset(table, { thing: { crate: { docs } } }),
		'There is no thing.crate to take over',
	],
	[
		'field that remains',
		() => build({ only: { additionalFields: ['color'] } }),
		'There is no field additionalFields.color to take over',
	],
	['collection of fields that remain', () => build({ only: { filters: [] } }), 'filters'],
	['collection of more fields', () => build({ addedTo: { filters: {} } }), 'filters'],
	['fixed input', () => build({ fixed: { kindd: 'small' } }), 'kindd'],
])('an unknown %s is refused when the node is built', (_what, act, message) => {
	expect(act).toThrow(message);
	expect(act).toThrow(TypeError);
});

it('a collection that is shown with some values of an input stays so when it loses fields', () => {
	const { additionalFields: group } = fields;
	const shown = { ...fields, additionalFields: when({ kind: ['large'] }, group) };
	const { additionalFields: same } = varied(shown, { docs });
	expect(same.showWhen).toEqual({ kind: ['large'] });
	const { additionalFields: fewer } = varied(shown, {
		docs,
		only: { additionalFields: ['colour'] },
	});
	expect(fewer.showWhen).toEqual({ kind: ['large'] });
});

it('a field that depends on a fixed input is always there, or never', () => {
	const shown = { ...fields, name: when({ kind: ['large'] }, text('Name')) };
	expect(Object.keys(varied(shown, { docs, fixed: { kind: 'small' } }))).not.toContain('name');
	const always = varied(shown, { docs, fixed: { kind: 'large' } });
	expect(always.name.showWhen ?? {}).toEqual({});
});

it('a field that depends on a fixed input and on another depends on that one still', () => {
	const name = when({ kind: ['large'], colour: ['red'] }, text('Name'));
	const shown = { ...fields, colour: text('Colour'), name };
	const { name: own } = varied(shown, { docs, fixed: { kind: 'large' } });
	expect(own.showWhen).toEqual({ colour: ['red'] });
});

it('a fixed input is in no form, and has its value whatever a workflow says', () => {
	const { kind } = varied(fields, { docs, fixed: { kind: 'large' } });
	expect(kind.constant).toBe(true);
	expect(kind.parse('small', { timezone: 'UTC' })).toBe('large');
});
