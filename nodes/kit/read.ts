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

/** Reads the inputs of one item of an action node. */
export const readItem = (context: IExecuteFunctions, item: number): ReadInput => ({
	...reader(context.getTimezone(), (name, fallback) =>
		context.getNodeParameter(name, item, fallback),
	),
	item,
});

/** Reads the inputs of a trigger. */
export const readTrigger = (
	context: IHookFunctions | IPollFunctions | IWebhookFunctions,
): ReadInput =>
	reader(context.getTimezone(), (name, fallback) => context.getNodeParameter(name, fallback));
