import { choice } from '../../kit/choice';
import { refusal } from '../../kit/error';
import { text, type Values } from '../../kit/field';
import { pattern, ruleOf } from './pattern';
import { checkRule } from './rule';

const WAYS = { none: 'None', guided: 'Guided', rule: 'Rule' };

/**
 * Inputs of a conference that recurs. `schedule` and the pattern are offered whatever `recurrence` is:
 * n8n drops what it does not show before the node could refuse it.
 */
export const recurrenceFields = {
	recurrence: choice('Recurrence', WAYS, {
		default: 'none',
		description:
			'Whether and how the conference recurs: "Guided" takes the Recurrence Pattern, "Rule" the Schedule',
	}),
	schedule: text('Schedule', {
		description: 'The rule (RRULE) of the series, for Recurrence "Rule"',
		placeholder: 'e.g. FREQ=WEEKLY;BYDAY=TU,TH',
	}),
	recurrencePattern: pattern(
		'Recurrence Pattern',
		'When the conference takes place, for Recurrence "Guided"',
	),
};

/**
 * The rule to send, `undefined` for a conference that does not recur. Throws a refusal when the input
 * of the chosen way is missing or cannot be used, or when that of another way is filled in.
 */
export function scheduleOf(values: Partial<Values<typeof recurrenceFields>>): string | undefined {
	const { recurrence = 'none', schedule, recurrencePattern } = values;
	const rule = forWay('rule', 'Schedule', recurrence, schedule);
	const guided = forWay('guided', 'Recurrence Pattern', recurrence, recurrencePattern);
	if (rule !== undefined) return checkRule('Schedule', rule);
	return guided && ruleOf(guided);
}

/** The value that belongs to a way: demanded when it is the chosen one, refused when it is not. */
function forWay<T>(way: keyof typeof WAYS, label: string, chosen: string, value: T): T {
	const missing = value === undefined;
	if (way === chosen && missing) {
		const problem = `is empty, but "Recurrence" is "${WAYS[way]}"`;
		throw refusal(label, problem, 'Fill it in, or choose another "Recurrence"');
	}
	if (way !== chosen && !missing) {
		const problem = `is filled in, but "Recurrence" is not "${WAYS[way]}"`;
		throw refusal(label, problem, `Set "Recurrence" to "${WAYS[way]}", or remove "${label}"`);
	}
	return value;
}
