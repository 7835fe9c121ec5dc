import type { IDataObject } from 'n8n-workflow';
import { UserError } from 'n8n-workflow';

/** The entries of a record but for those that are named. */
export function without<T extends object, K extends keyof T>(values: T, ...names: K[]): Omit<T, K>;
export function without(values: object, ...names: PropertyKey[]): object {
	return Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)));
}

/** Whether a value is an object with named entries, as a record of a vendor's JSON is. */
export const isRecord = (value: unknown): value is IDataObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** The text of what a vendor gave as text or number; `undefined` of anything else, and of no text. */
export const textOf = (value: unknown): string | undefined =>
	(typeof value === 'string' && value !== '') || typeof value === 'number'
		? String(value)
		: undefined;

/**
 * The ID of what a vendor lists. Throws when there is none: what is taken for absent would be made again.
 * `listed` says who lists what.
 */
export function idOf(id: unknown, listed: string): string {
	const text = textOf(id);
	if (text !== undefined) return text;
	throw new UserError(`${listed} without an ID`, {
		description: 'Run the item again; if it stays so, ask the vendor.',
	});
}
