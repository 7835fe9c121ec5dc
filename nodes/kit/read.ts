import type {
	IExecuteFunctions,
	IHookFunctions,
	IPollFunctions,
	IWebhookFunctions,
} from 'n8n-workflow';

import type { ReadInput } from './definition';
import { isRecord } from './record';

/** Reads inputs by name; `get` gives the raw entry or the fallback, expressions resolved. */
function reader(timezone: string, get: (name: string, fallback: unknown) => unknown): ReadInput {
	let options: unknown;
	return {
		timezone,
		input: (name, { property }) => get(name, property.default),
		option(name, field) {
			options ??= get('options', {});
			const raw = isRecord(options) ? options[name] : undefined;
			return raw === undefined ? undefined : field.parse(raw, { timezone });
		},
	};
}

/**
 * Reads the inputs of the items of an action node. What holds no expression is the same for every item
 * and is asked of n8n once.
 */
export function itemReader(context: IExecuteFunctions): (item: number) => ReadInput {
	const timezone = context.getTimezone();
	const { parameters } = context.getNode();
	const same = new Map<string, unknown>();
	const varies = new Set(Object.keys(parameters).filter((name) => hasExpression(parameters[name])));
	return (item) => {
		const get = (name: string, fallback: unknown): unknown =>
			context.getNodeParameter(name, item, fallback, { skipValidation: true });
		const input = (name: string, fallback: unknown) => {
			if (varies.has(name)) return get(name, fallback);
			if (!same.has(name)) same.set(name, get(name, fallback));
			return same.get(name);
		};
		return { ...reader(timezone, input), item };
	};
}

/** Whether a text within begins with the sign of an expression. */
const hasExpression = (parameter: unknown): boolean =>
	JSON.stringify(parameter)?.includes('"=') ?? false;

/** Reads the inputs of a trigger. */
export const readTrigger = (
	context: IHookFunctions | IPollFunctions | IWebhookFunctions,
): ReadInput =>
	reader(context.getTimezone(), (name, fallback) => context.getNodeParameter(name, fallback));
