import { IANAZone } from 'luxon';
import type { INodePropertyOptions } from 'n8n-workflow';

import { refusal } from './error';
import { entered, type Field } from './field';

interface ZoneSettings {
	required?: boolean;
	description?: string;
}

const CHOOSE =
	'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>';

/**
 * A time zone by its IANA name, aliases such as US/Central included. The editor's list comes from
 * `getTimeZones`, which the node has to offer. n8n wants the label to end in "Name or ID"; messages
 * leave that away.
 */
export function zone(label: string, settings: ZoneSettings & { required: true }): Field<string>;
export function zone(label: string, settings?: ZoneSettings): Field<string | undefined>;
export function zone(label: string, settings: ZoneSettings = {}): Field<string | undefined> {
	const { required, description } = settings;
	const name = label.replace(/ Name or ID$/, '');
	return {
		property: {
			displayName: label,
			type: 'options',
			typeOptions: { loadOptionsMethod: 'getTimeZones' },
			default: '',
			description: description ? `${description}. ${CHOOSE}.` : CHOOSE,
			...(required && { required }),
		},
		parse(raw) {
			const value = entered(name, raw);
			if (value === '' && !required) return undefined;
			if (isZone(value)) return value;
			const problem = value === '' ? 'is empty' : `is "${value}", which is not a time zone`;
			throw refusal(name, problem, 'Use an IANA name such as Europe/Berlin or UTC');
		},
	};
}

/** Whether it is an IANA name. Newer engines would take offsets such as +02:00 as well. */
export const isZone = (value: string): boolean =>
	/^[a-z]/i.test(value) && IANAZone.isValidZone(value);

/** The names that the engine knows, for n8n's `loadOptions`. */
export async function getTimeZones(): Promise<INodePropertyOptions[]> {
	const names = new Set([...Intl.supportedValuesOf('timeZone'), 'UTC']);
	return [...names].sort().map((name) => ({ name, value: name }));
}
