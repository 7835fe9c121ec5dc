import type { IBinaryKeyData, IDataObject } from 'n8n-workflow';

import { flag } from './choice';
import { options, type Collection } from './collection';
import { isShown, type Field, type Fields, type Reading, type Values } from './field';
import { isRecord } from './record';
import type { Request } from './request';
import type { Tools } from './tools';
import type { Variation } from './variation';

/** What the user reads about an operation, and what follows from its nature. */
export interface About {
	name: string;
	action: string;
	description: string;
	/** The vendor document and section it comes from. */
	docs: string;
	/** Deletes or ends something: the description says so, and an item that failed before is refused. */
	destructive?: true;
	/** Not offered to AI agents. */
	humanOnly?: true;
}

/** One output item before it is paired with its input. */
export interface Output {
	json: IDataObject;
	binary?: IBinaryKeyData;
	/** Which of several items it is for, from 0; all of them when missing. */
	item?: number;
}

/** Gives the raw entry of an input for one item. */
export interface ReadInput extends Reading {
	/** The number of the item, from 0. */
	item?: number;
	input(name: string, field: Field<unknown>): unknown;
	/** The value of one of the options, `undefined` when the user did not add it. */
	option<T>(name: string, field: Field<T>): T | undefined;
}

/** The work for one item, its inputs read and checked. */
export interface Job {
	/** Throws a refusal before anything is sent. `jobs` counts the pieces of work of the run. */
	check?(tools: Tools, jobs: number): Promise<void>;
	run(tools: Tools): Promise<Output[]>;
}

/** An operation as the node's tables hold it: what the user sees, and how an item becomes work. */
export interface Definition extends About {
	fields: Fields;
	/** Whether it is done once for all items of the run together, with the first item's inputs. */
	isJoint?(read: ReadInput): boolean;
	/**
	 * Throws a refusal that names the field when the inputs cannot be used. `others` are further items
	 * that are done together with the first.
	 */
	prepare(read: ReadInput, others?: ReadInput[]): Job;
	/** The same operation as another brand has it. */
	vary(variation: Variation): Definition;
}

/** What a composite needs to know of an operation to call it. */
export interface Callable<V> {
	/** Whether the vendor may receive the request twice without harm. */
	repeatable: boolean;
	/** What a good answer is; a JSON record when missing. */
	answers?: 'record' | 'json' | 'anything';
	/** The entry that identifies a record of a list; `id` when missing. */
	id?: string;
	request(values: V): Request;
}

export const isCollection = (field: Field<unknown>): field is Collection<Fields> =>
	'fields' in field;

/** The fields with more options than the operation's own. */
export function withOptions(fields: Fields, ...more: Fields[]): Fields {
	const own = fields.options && isCollection(fields.options) ? fields.options.fields : {};
	return { ...fields, options: options(Object.assign({}, own, ...more)) };
}

/** Reads the inputs of one item. Throws a refusal that names the field. */
export function readValues<F extends Fields>(fields: F, read: ReadInput): Values<F>;
export function readValues(fields: Fields, read: ReadInput): object {
	const values: Record<string, unknown> = {};
	for (const [name, field] of Object.entries(fields)) {
		if (!field.silent && isShown(field, values)) {
			values[name] = field.parse(read.input(name, field), read);
		}
	}
	return values;
}

const simplify = flag(
	'Simplify',
	true,
	'Whether to return a simplified version of the response instead of the raw data',
);

/** The field that lets the user choose the raw answer, where there is a simpler one. */
export const simplifyFields = (keys: string[] | undefined): Fields => (keys ? { simplify } : {});

/** Returns how a record is output: with the given entries only, unless the user wants it raw. */
export function simplifier(keys: string[] | undefined, read: ReadInput) {
	if (!keys || !simplify.parse(read.input('simplify', simplify), read)) {
		return (record: IDataObject) => record;
	}
	const places = keys.map((key) => key.split('.'));
	return (record: IDataObject): IDataObject =>
		Object.fromEntries(
			places
				.filter(([key = '']) => key in record)
				.map(([key = '', inner]) => [key, entryOf(record[key], inner)]),
		);
}

/** The entry of a record within a record; the value itself where it is none. */
const entryOf = (value: IDataObject[string], entry?: string): IDataObject[string] =>
	entry !== undefined && isRecord(value) ? value[entry] : value;
