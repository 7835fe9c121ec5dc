import { refusal } from './error';
import { entered, text, type Field } from './field';

interface TextsSettings {
	description?: string;
	placeholder?: string;
	required?: true;
	/** Turns an entry into the form that is sent. Throws a refusal when it cannot be used. */
	each?(label: string, entry: string): string;
}

/** Texts separated by commas, or a list of them; empty ones are left out. */
export function texts(label: string, settings: TextsSettings = {}): Field<string[]> {
	const { each, ...shown } = settings;
	return {
		property: text(label, shown).property,
		parse(raw) {
			const given = (Array.isArray(raw) ? raw : entered(label, raw).split(','))
				.map((entry) => entered(label, entry))
				.filter((entry) => entry !== '')
				.map((entry) => each?.(label, entry) ?? entry);
			if (given.length > 0 || !settings.required) return given;
			throw refusal(label, 'is empty', 'Enter at least one, or map a list to it');
		},
	};
}
