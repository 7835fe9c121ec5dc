import fc, { type Arbitrary } from 'fast-check';
import type { GenericValue, IDataObject } from 'n8n-workflow';
import { FILE_NAMES, FILE_TYPES } from './fileNames';
import type { Leaf, Shape } from './inputs';
import { isAlways, valuesOf, type Given } from './values';

/** How the parameters of a run are built, and what its input files are called. */
export const shapes: Arbitrary<Shape & { fileName: string; mimeType: string }> = fc.record({
	entries: fc.constantFrom(1, 1, 2, 3, 0),
	isMapped: fc.boolean(),
	optional: fc.array(fc.boolean(), { minLength: 60, maxLength: 60 }),
	isAlways: fc.constant(isAlways),
	fileName: fc.constantFrom(...FILE_NAMES),
	mimeType: fc.constantFrom(...FILE_TYPES),
});

interface Values {
	path: string;
	valid: Arbitrary<GenericValue>;
	near: Arbitrary<GenericValue>;
	absurd: Arbitrary<GenericValue>;
}

/** Sets of values by path: such that work, with one that does not, mixed ones, and absurd ones. */
export function setsOf(leaves: Leaf[], given: Given): Arbitrary<IDataObject> {
	const all: Values[] = leaves.map((leaf) => ({ path: leaf.path, ...valuesOf(leaf, given) }));
	const record = (choose: (values: Values) => Arbitrary<GenericValue>): Arbitrary<IDataObject> =>
		fc.record(Object.fromEntries(all.map((values) => [values.path, choose(values)])));
	const valid = record((values) => values.valid);
	const spoilt = (kind: 'near' | 'absurd'): Arbitrary<IDataObject> =>
		fc
			.tuple(
				valid,
				fc.oneof(...all.map((values) => values[kind].map((is) => ({ [values.path]: is })))),
			)
			.map(([set, one]) => ({ ...set, ...one }));
	const mixed = record((values) =>
		fc.oneof(
			{ weight: 8, arbitrary: values.valid },
			{ weight: 1, arbitrary: values.near },
			{ weight: 1, arbitrary: values.absurd },
		),
	);
	return fc.oneof(
		{ weight: 7, arbitrary: valid },
		{ weight: 3, arbitrary: spoilt('near') },
		{ weight: 3, arbitrary: spoilt('absurd') },
		{ weight: 2, arbitrary: mixed },
		{ weight: 1, arbitrary: record((values) => values.absurd) },
	);
}
