import { refusal } from './error';
import { checkId, entered, type Field, type Silent } from './field';
import { picked, type Picker } from './picker';

interface LocatorSettings {
	description?: string;
	placeholder?: string;
	required?: true;
	/** What identifies the record, if not an ID. */
	identifier?: string;
	/** Throws a refusal when the entry cannot be used; without it, it has to be an ID. */
	check?(label: string, value: string): void;
}

/** An ID that the user picks from a list or types; `undefined` when left empty and not required. */
export function locator(
	label: string,
	from: Picker,
	settings: LocatorSettings & { required: true },
): Field<string>;
export function locator(
	label: string,
	from: Picker,
	settings: LocatorSettings,
): Field<string | undefined>;
export function locator(
	label: string,
	from: Picker,
	{ required, placeholder, description, identifier = 'ID', check = checkId }: LocatorSettings,
): Field<string | undefined> {
	return {
		property: {
			displayName: label,
			type: 'resourceLocator',
			default: { mode: 'list', value: '' },
			...(required && { required }),
			...(description && { description }),
			modes: [
				{
					displayName: 'From List',
					name: 'list',
					type: 'list',
					typeOptions: { searchListMethod: from.method, searchable: true },
				},
				{ displayName: `By ${identifier}`, name: 'id', type: 'string', placeholder },
			],
		},
		parse(raw) {
			const value = entered(label, picked(raw));
			if (value !== '') check(label, value);
			else if (required)
				throw refusal(label, 'is empty', `Pick one from the list or enter its ${identifier}`);
			return value === '' ? undefined : value;
		},
	};
}

/** A record that is only picked to fill another list; never sent. */
export const listOnly = (
	label: string,
	from: Picker,
	settings: Omit<LocatorSettings, 'required'>,
): Silent => ({ ...locator(label, from, settings), silent: true });
