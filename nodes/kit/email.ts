import { refusal } from './error';
import { text, type Field, type TextSettings } from './field';

/** Refuses what is not an e-mail address. */
export function checkEmail(label: string, value: string): void {
	if (!/^[^\s@]+@[^\s@]+$/.test(value)) {
		throw refusal(label, 'is not an e-mail address', 'Enter one such as nathan@example.com');
	}
}

/** An e-mail address. */
export function email(label: string, settings: TextSettings & { required: true }): Field<string>;
export function email(label: string, settings?: TextSettings): Field<string | undefined>;
export function email(label: string, settings: TextSettings = {}): Field<string | undefined> {
	const shown = { placeholder: 'e.g. nathan@example.com', ...settings, check: checkEmail };
	return settings.required ? text(label, { ...shown, required: true }) : text(label, shown);
}
