import type { INodePropertyOptions } from 'n8n-workflow';

import { refusal } from './error';
import { entered, type Field } from './field';

type Choices = Record<string, string>;

interface ChoiceSettings {
	default: string;
	description?: string;
	/** Lets an expression give a value that is not listed. */
	open?: true;
}

/** One of several values (value to label), in whatever case it is entered. */
export function choice(label: string, values: Choices, settings: ChoiceSettings): Field<string> {
	const { open, ...shown } = settings;
	return {
		property: { displayName: label, type: 'options', options: choices(values), ...shown },
		parse(raw) {
			const value = entered(label, raw);
			const known = match(values, value) ?? (open && value);
			if (known) return known;
			throw refusal(label, `is "${value}"`, `Use one of: ${Object.keys(values).join(', ')}`);
		},
	};
}

interface SelectionSettings {
	default: string[];
	description?: string;
	required?: true;
}

/** Any number of several values, at least one when required. A comma-separated text works too. */
export function selection(
	label: string,
	values: Choices,
	settings: SelectionSettings,
): Field<string[]> {
	return {
		property: { displayName: label, type: 'multiOptions', options: choices(values), ...settings },
		parse(raw) {
			const list = Array.isArray(raw) ? raw : entered(label, raw).split(',');
			const allowed = `Use one or more of: ${Object.keys(values).join(', ')}`;
			const selected = list
				.map((entry) => entered(label, entry))
				.filter((entry) => entry !== '')
				.map((entry) => {
					const known = match(values, entry);
					if (known === undefined) throw refusal(label, `contains "${entry}"`, allowed);
					return known;
				});
			if (settings.required && selected.length === 0) throw refusal(label, 'is empty', allowed);
			return selected;
		},
	};
}

function match(values: Choices, entry: string): string | undefined {
	return Object.keys(values).find((value) => value.toLowerCase() === entry.toLowerCase());
}

function choices(values: Choices): INodePropertyOptions[] {
	return Object.entries(values)
		.map(([value, name]) => ({ name, value }))
		.sort((one, other) => one.name.localeCompare(other.name));
}

/** Yes or no; descriptions start with "Whether". */
export function flag(label: string, initial: boolean, description: string): Field<boolean> {
	return {
		property: { displayName: label, type: 'boolean', default: initial, description },
		parse(raw) {
			if (typeof raw === 'boolean') return raw;
			if (raw === 'true' || raw === 'false') return raw === 'true';
			throw refusal(
				label,
				'must be true or false',
				'Switch it on or off, or map true or false to it',
			);
		},
	};
}

/** A whole number within bounds (both included). */
export function whole(
	label: string,
	settings: { default: number; minimum: number; maximum?: number; description: string },
): Field<number> {
	const { minimum, maximum = Number.MAX_SAFE_INTEGER, ...shown } = settings;
	const typeOptions = { minValue: minimum, ...(settings.maximum && { maxValue: maximum }) };
	return {
		property: { displayName: label, type: 'number', typeOptions, ...shown },
		parse(raw) {
			const value = typeof raw === 'string' && raw.trim() !== '' ? Number(raw) : raw;
			if (typeof value === 'number' && Number.isInteger(value)) {
				if (value >= minimum && value <= maximum) return value;
			}
			const upper = settings.maximum === undefined ? '' : ` and at most ${maximum}`;
			throw refusal(label, 'is not usable', `Enter a whole number of at least ${minimum}${upper}`);
		},
	};
}
