import type { IDataObject } from 'n8n-workflow';

import { readValues, type About, type Definition, type Job, type ReadInput } from './definition';
import type { Fields, Values } from './field';
import { variedSettings, type Variation } from './variation';

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
		vary: (variation: Variation): Definition => local(variedSettings(settings, variation)),
		prepare(read: ReadInput): Job {
			const values = readValues(settings.fields, read);
			let outputs: IDataObject[] = [];
			return {
				// Worked out here, so that a wrong item ends the run as early as in other operations.
				async check({ origin }) {
					outputs = settings.output(values, { origin });
				},
				run: async () => outputs.map((json) => ({ json })),
			};
		},
	};
}
