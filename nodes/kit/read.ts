import type { IExecuteFunctions } from 'n8n-workflow';

import type { ReadInput } from './definition';
import { isRecord } from './record';

/** Reads the inputs of one item, expressions resolved, and whether an earlier step failed for it. */
export function readItem(
	context: IExecuteFunctions,
	item: number,
): ReadInput & { failedBefore: boolean } {
	const incoming = context.getInputData()[item];
	let options: unknown;
	return {
		timezone: context.getTimezone(),
		failedBefore: Boolean(incoming?.error ?? incoming?.json.error),
		input: (name, { property }) => context.getNodeParameter(name, item, property.default),
		option(name, field) {
			options ??= context.getNodeParameter('options', item, {});
			const raw = isRecord(options) ? options[name] : undefined;
			return raw === undefined ? undefined : field.parse(raw, this);
		},
	};
}
