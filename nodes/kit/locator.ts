import { refusal } from './error';
import { checkId, entered, type Field, type Silent } from './field';
import { picked, type Picker } from './picker';

interface LocatorSettings {
	description?: string;
	placeholder?: string;
	required?: true;
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
	{ required, placeholder, description }: LocatorSettings,
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
				{ displayName: 'By ID', name: 'id', type: 'string', placeholder },
			],
		},
		parse(raw) {
			const value = entered(label, picked(raw));
			if (value !== '') checkId(label, value);
			else if (required) throw refusal(label, 'is empty', 'Pick one from the list or enter its ID');
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
