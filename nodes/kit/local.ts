import type { IDataObject } from 'n8n-workflow';

import { readValues, type About, type Definition, type Job, type ReadInput } from './definition';
import type { Fields, Values } from './field';
import type { Tools } from './tools';
import { varied, type Variation } from './variation';

/** Where a node's links lead. */
export interface Place {
	/** The origin of the credential's address. */
	origin: string;
}

interface LocalSettings<F extends Fields> extends About {
	fields: F;
	/** The output items, from the inputs alone. Throws a refusal when they cannot be used. */
	output(values: Values<F>, place: Place): IDataObject[];
}

/** Something that is worked out without any request. */
export function local<F extends Fields>(settings: LocalSettings<F>) {
	return {
		...settings,
		vary(variation: Variation): Definition {
			const { docs } = variation;
			return local({ ...settings, docs, fields: varied(settings.fields, variation) });
		},
		prepare(read: ReadInput): Job {
			const values = readValues(settings.fields, read);
			const outputs = ({ origin }: Tools) => settings.output(values, { origin });
			return {
				// Worked out once before, so that a wrong item ends the run as early as in other operations.
				check: async (tools) => void outputs(tools),
				run: async (tools) => outputs(tools).map((json) => ({ json })),
			};
		},
	};
}
