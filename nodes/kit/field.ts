import type { INodeProperties } from 'n8n-workflow';

import { refusal } from './error';
import { isSegment } from './path';

/** What a field needs to know beside the value itself. `timezone` is the workflow's, an IANA name. */
export interface Reading {
	timezone: string;
}

/** What the editor shows for a field; its name and when it is shown are added by the description. */
export type FieldProperty = Omit<INodeProperties, 'name' | 'displayOptions'>;

/**
 * One input of an operation: what the user sees, and how the entry becomes the value a request
 * receives. `parse` throws a refusal that names the field when the entry cannot be used; it is not
 * called for a `silent` field, which only shows something.
 */
export interface Field<T> {
	property: FieldProperty;
	parse(raw: unknown, reading: Reading): T;
	silent?: true;
	/** The values of other inputs beside it with which this one is shown; always when missing. */
	showWhen?: Record<string, Array<string | boolean>>;
	/** Has one value only and is not shown. */
	constant?: true;
}

export type Fields = Record<string, Field<unknown>>;

/** The values a request receives, typed from its fields. */
export type Values<F extends Fields> = {
	[K in keyof F as F[K] extends Silent ? never : K]: F[K] extends Field<infer T> ? T : never;
};

/** A field that only shows something. */
export type Silent = Field<unknown> & { silent: true };

/** Whether a field is shown, by the values of the inputs beside it. */
export const isShown = (
	{ showWhen = {} }: Field<unknown>,
	values: Record<string, unknown>,
): boolean =>
	Object.entries(showWhen).every(([name, shown]) => shown.some((value) => value === values[name]));

/** A field that is shown, and has a value, only with these values of inputs before it. */
export const when = <T>(
	showWhen: NonNullable<Field<T>['showWhen']>,
	field: Field<T>,
): Field<T | undefined> => ({ ...field, showWhen });

/** A field whose value is turned into another one. */
export const mapped = <T, U>({ parse, ...field }: Field<T>, change: (value: T) => U): Field<U> => ({
	...field,
	parse: (raw, reading) => change(parse(raw, reading)),
});

export interface TextSettings {
	description?: string;
	placeholder?: string;
	default?: string;
	required?: boolean;
	password?: boolean;
	/** Throws a refusal when the text, which is not empty, cannot be used. */
	check?(label: string, value: string): void;
}

/** Text as entered, numbers from expressions included; anything else is refused. */
export function entered(label: string, raw: unknown): string {
	if (raw === undefined || raw === null) return '';
	if (typeof raw === 'number' && Number.isFinite(raw)) return String(raw);
	if (typeof raw === 'string') return whole(label, raw.trim());
	throw refusal(
		label,
		'must be text',
		'Map a single text or number to it, not a list or an object',
	);
}

/** Refuses half of a character, which cannot be sent, such as that of a text cut within an emoji. */
function whole(label: string, value: string): string {
	if (!/\p{Surrogate}/u.test(value)) return value;
	throw refusal(label, 'contains half of a character', 'Remove it, or cut the text elsewhere');
}

/**
 * A line of text: `undefined` when left empty, never empty when required. Blanks around it are cut, those
 * around a secret refused: a password without them would be another one.
 */
export function text(label: string, settings: TextSettings & { required: true }): Field<string>;
export function text(label: string, settings?: TextSettings): Field<string | undefined>;
export function text(label: string, settings: TextSettings = {}): Field<string | undefined> {
	const { check, password, required, ...shown } = settings;
	return {
		property: {
			displayName: label,
			type: 'string',
			default: '',
			...shown,
			...(required && { required }),
			...(password && { typeOptions: { password } }),
		},
		parse(raw) {
			const value = entered(label, raw);
			if (password && typeof raw === 'string' && raw !== raw.trim()) {
				throw refusal(
					label,
					'begins or ends with a blank',
					'Remove it, or map the value without it',
				);
			}
			if (value !== '') check?.(label, value);
			else if (required) throw refusal(label, 'is empty', 'Enter a value or map one to it');
			return value === '' ? undefined : value;
		},
	};
}

/** Whether a text can be an ID: one segment of a path, so that `../me` cannot reach another call. */
export const isId = (value: string): boolean =>
	/^[\w.~:@=+-]{1,255}$/.test(value) && !/^\.+$/.test(value) && isSegment(value);

/** Refuses what cannot be an ID. */
export function checkId(label: string, value: string): void {
	if (isId(value)) return;
	const next = 'Enter the ID alone: letters, digits and the signs - _ . ~ : @ = +';
	throw refusal(label, 'is not an ID', next);
}

/** An ID that is given as text and not picked from a list. */
export function id(label: string, settings: Omit<TextSettings, 'check'> = {}): Field<string> {
	return text(label, { ...settings, required: true, check: checkId });
}

/** A remark in the form, without a value. */
export function notice(message: string): Silent {
	return {
		property: { displayName: message, type: 'notice', default: '' },
		parse: () => undefined,
		silent: true,
	};
}
