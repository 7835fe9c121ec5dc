import type { IDataObject } from 'n8n-workflow';

import { isRecord } from '../kit/record';

/** Entries whose name in a request does not follow from that of the input. */
const SPELLED: Record<string, string> = {
	disableConferenceEmails: 'disable_emails',
	time24hr: 'time_24hr',
};

const spelled = (name: string): string =>
	SPELLED[name] ?? name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/**
 * Inputs as the vendor's JSON: names in snake_case on every level (`hostId` becomes `host_id`).
 * Entries that are `undefined` are not sent.
 */
export function wire(values: object): IDataObject {
	return Object.fromEntries(
		Object.entries(values)
			.filter(([, value]) => value !== undefined)
			.map(([name, value]) => [spelled(name), converted(value)]),
	);
}

function converted(value: unknown): IDataObject[string] {
	if (Array.isArray(value)) return value.map((entry) => (isRecord(entry) ? wire(entry) : entry));
	return isRecord(value) ? wire(value) : scalar(value);
}

function scalar(value: unknown): string | number | boolean | null {
	if (typeof value === 'number' || typeof value === 'boolean' || value === null) return value;
	return String(value);
}
