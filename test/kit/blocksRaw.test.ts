import { record, records } from '../../nodes/kit/block';
import { anna, annaSent, carl, carlSent, fields, settings } from './blockFields';

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
	expect(block.parse(raw, reading)).toEqual(annaSent);
});

it.each([
	['a list', { values: [anna, carl] }, [annaSent, carlSent]],
	['a bare list', [anna, carl], [annaSent, carlSent]],
	['a bare list with other things in it', [anna, 'carl', null, carl], [annaSent, carlSent]],
	['a bare record', anna, [annaSent]],
	['one entry', { values: anna }, [annaSent]],
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

it('what other entries hide is not read', () => {
	const both = { ...carl, address: 'not-wanted@a.de' };
	expect(block.parse({ values: both }, reading)).toEqual(carlSent);
});
