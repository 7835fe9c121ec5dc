import type { Schema } from '../parameters';

/** JSON schemas of the control API's bodies. */
export const text: Schema = { type: 'string', minLength: 1 };
export const boolean: Schema = { type: 'boolean' };
export const id: Schema = { type: 'integer', minimum: 1 };
export const amount: Schema = { type: 'integer', minimum: 0 };
export const dateTime: Schema = { type: 'string', format: 'date-time' };
export const texts: Schema = { type: 'array', items: text };

export function object(properties: Record<string, Schema>, required: string[] = []): Schema {
	return { type: 'object', additionalProperties: false, properties, required };
}

export const point: Schema = object({ lat: { type: 'number' }, lng: { type: 'number' } }, [
	'lat',
	'lng',
]);

/** Milliseconds since the epoch of an ISO 8601 text. */
export function milliseconds(value: string | undefined): number | undefined {
	return value === undefined ? undefined : new Date(value).getTime();
}
