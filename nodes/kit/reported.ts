import { selection } from './choice';
import { refusal } from './error';
import type { Field } from './field';
import { texts } from './texts';

/** The choice of the reported events that start the workflow, by the vendor's names; one is `any`. */
export const eventsAmong = (events: Record<string, string>): Field<string[]> =>
	selection('Events', events, {
		default: ['any'],
		description:
			'What starts the workflow. "Any Event" lets events pass that are not in this list.',
	});

/** Events that the choice does not have. */
export const customEvents = (description: string, placeholder: string): Field<string[]> =>
	texts('Custom Events', { description, placeholder });

/** The names of all events that start the workflow. Throws a refusal when there is none. */
export function expectedEvents(events: string[], custom: string[] = []): string[] {
	const names = [...events, ...custom];
	if (names.length > 0) return names;
	throw refusal('Events', 'is empty', 'Choose at least one, or name some under Custom Events');
}

/** Why an event is left alone; `undefined` when it is expected. */
export const unexpected = (names: string[], name: string): { ignore: string } | undefined =>
	names.includes('any') || names.includes(name)
		? undefined
		: { ignore: `Nothing to do: "${name}" is not expected here` };
