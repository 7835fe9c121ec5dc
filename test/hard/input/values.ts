import fc, { type Arbitrary } from 'fast-check';
import type { GenericValue, INodeProperties } from 'n8n-workflow';
import { choicesOf } from '../../contract/properties';
import { absurdValues } from './absurd';
import type { Leaf } from './inputs';

/** Almost what would work. */
const almost = (value: GenericValue, host: string): GenericValue[] => {
	const text = String(value);
	const around = [
		`${text} `,
		`\n${text}`,
		text.toUpperCase(),
		`${text}/`,
		`${text}/..`,
		`../${text}`,
		`${text}?x=1`,
		`${text}#`,
	];
	const signs = [
		`${text}%2f`,
		`${text}%00`,
		`${text}\r\nX-A: 1`,
		`${text}\u0000`,
		`${text}\ud83d`,
		`${text}@${host}`,
		`-${text}`,
		`${text},${text}`,
	];
	const kinds = [
		Number(text),
		[value],
		{ value },
		{ __rl: true, mode: 'list', value },
		{ __rl: true, mode: 'url', value: [value] },
		text.repeat(50),
	];
	return [...around, ...signs, ...kinds];
};

/** Inputs that decide how long a run takes: what they can be, and no other number. */
const SETTINGS: Record<string, GenericValue[]> = {
	'options.maxRetries': [0, '0'],
	'options.maxWait': [0],
	'options.timeout': [20_000, '20000', 2 ** 31, Number.MAX_SAFE_INTEGER],
	'options.waitSeconds': [0],
	'options.maxSessionsPerRun': [100_000],
	'options.batching.values.0.pause': [0],
	'options.batching.values.0.concurrentRequests': [5, 8, '50'],
	'options.count': [1, 5, 40],
};

/** What is there in every run, although a user may leave it out. */
export const isAlways = (path: string): boolean =>
	['options.maxRetries', 'options.maxWait', 'options.maxSessionsPerRun'].includes(path);

const isNumber = (value: unknown) =>
	value !== '' &&
	(typeof value !== 'object' || value instanceof Date) &&
	Number.isFinite(Number(value));

const TIMES = [
	'2030-01-07T10:00:00Z',
	'2030-01-07T10:00:00',
	'2030-01-07',
	'2030-01-07T10:00:00+02:00',
];

function usual({
	type,
	placeholder = '',
	default: initial,
	typeOptions = {},
	...property
}: INodeProperties): GenericValue[] {
	const choices = choicesOf({ ...property, type, default: initial }).map(({ value }) => value);
	if (type === 'boolean') return [true, false];
	if (type === 'number') return [initial, typeOptions.minValue ?? 1, typeOptions.maxValue ?? 25];
	if (type === 'dateTime') return TIMES;
	if (type === 'options') return choices.length > 0 ? choices : ['Europe/Berlin', 'UTC'];
	if (type === 'multiOptions') return [choices, choices.slice(0, 1), choices.join(',')];
	return [placeholder.replace(/^e\.g\. /, '') || initial || 'x'];
}

export interface Given {
	/** The values with which the operation works, by the path of the input. */
	samples: ReadonlyMap<string, GenericValue>;
	elsewhere: string;
}

const anyText = fc.string({ unit: 'binary', maxLength: 30 });
const anyJson = fc.jsonValue({ maxDepth: 3 });

/** What an input can be: what works, what almost works, and what is absurd. */
export function valuesOf({ path, property, isOptional }: Leaf, { samples, elsewhere }: Given) {
	const sample = samples.get(path.replaceAll(/\.\d+\./g, '.0.'));
	const usualOnes = usual(property);
	const { [path]: settings } = SETTINGS;
	const fitting =
		settings ?? (sample === undefined ? usualOnes : [sample, sample, sample, ...usualOnes]);
	const harmless = (value: GenericValue) => !settings || !isNumber(value);
	const present = fc.constantFrom(...fitting);
	const absent = {
		weight: isOptional && !isAlways(path) ? 1 : 0,
		arbitrary: fc.constant(undefined),
	};
	const valid = fc.oneof(absent, { weight: 2, arbitrary: present });
	const { host } = new URL(elsewhere);
	const absurd: Arbitrary<GenericValue> = fc.oneof(
		{ weight: 8, arbitrary: fc.constantFrom(...absurdValues(elsewhere).filter(harmless)) },
		{ weight: 1, arbitrary: anyText.filter(harmless) },
		{ weight: 1, arbitrary: anyJson.filter(harmless) },
	);
	const near = fc.constantFrom(...fitting.flatMap((value) => almost(value, host)).filter(harmless));
	return { valid, near, absurd };
}
