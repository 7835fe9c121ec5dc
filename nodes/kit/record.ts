import type { IDataObject } from 'n8n-workflow';

/** Whether a value is an object with named entries, as a record of a vendor's JSON is. */
export const isRecord = (value: unknown): value is IDataObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
