import type { IDataObject } from 'n8n-workflow';

import { flag } from './choice';
import { readValues, withOptions, type ReadInput } from './definition';
import type { Fields, Values } from './field';
import { requestOptions } from './settings';
import type { Tools } from './tools';
import { variedSettings, type Variation } from './variation';

/** What a look found, and what is to be remembered for the next one. */
export interface Look {
	found: IDataObject[];
	state: IDataObject;
}

interface EventSettings<F extends Fields> {
	name: string;
	description: string;
	docs: string;
	fields: F;
	/** Whether what is there at the first look counts as found, unless the user says otherwise. */
	includesExisting: boolean;
	/** What is watched, if not always the same: another scope starts anew. */
	scope?(values: Values<F>): unknown;
	/** Looks at the vendor. `state` is missing at the first look, when everything there is found. */
	look(tools: Tools, values: Values<F>, state?: IDataObject): Promise<Look>;
}

/** An event that is found by looking again and again. */
export interface PolledEvent {
	name: string;
	description: string;
	docs: string;
	fields: Fields;
	includesExisting: boolean;
	/** The same event as another brand has it. */
	vary(variation: Variation): PolledEvent;
	/** Reads the node's inputs; throws a refusal that names the field. */
	prepare(read: ReadInput): {
		scope: unknown;
		look(tools: Tools, state?: IDataObject): Promise<Look>;
	};
}

/** Option of every polling trigger. */
export const includeExisting = flag(
	'Include Existing',
	true,
	'Whether to start with what is already there when the workflow is activated. When this option is not added, the event decides: what waits for somebody to act is included, what is past is not.',
);

/** Describes an event, typed from its fields. */
export function polledEvent<F extends Fields>(settings: EventSettings<F>): PolledEvent {
	return {
		...settings,
		fields: withOptions(settings.fields, { includeExisting }, requestOptions),
		vary: (variation) => polledEvent(variedSettings(settings, variation)),
		prepare(read) {
			const values = readValues(settings.fields, read);
			return {
				scope: settings.scope?.(values),
				look: async (tools, state) => await settings.look(tools, values, state),
			};
		},
	};
}
