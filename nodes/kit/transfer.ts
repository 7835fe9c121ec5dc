import type { IDataObject } from 'n8n-workflow';

import {
	readValues,
	withOptions,
	type About,
	type Callable,
	type Job,
	type ReadInput,
} from './definition';
import { text, type Fields, type Values } from './field';
import { runOptions } from './settings';
import type { Tools } from './tools';

/** A file that is about to be received. */
export interface ExpectedFile {
	fileName: string;
	mimeType: string;
	/** Lower-case hexadecimal; when given, a file that differs is refused. */
	sha256?: string;
	/** What is output beside the file. */
	json: IDataObject;
}

interface TransferSettings<F extends Fields> extends About, Callable<Values<F>> {
	fields: F;
	/** What is known of the file beforehand; may ask the vendor. */
	file(values: Values<F>, tools: Tools): ExpectedFile | Promise<ExpectedFile>;
}

const outputBinaryPropertyName = text('Put Output File in Field', {
	default: 'data',
	description: 'The name of the output binary field to put the file in',
});

/** A file from the vendor into the output item's binary data, streamed. */
export function transfer<F extends Fields>(settings: TransferSettings<F>) {
	return {
		...settings,
		fields: withOptions(settings.fields, { outputBinaryPropertyName }, runOptions),
		prepare(read: ReadInput): Job {
			const values = readValues(settings.fields, read);
			const property = read.option('outputBinaryPropertyName', outputBinaryPropertyName) ?? 'data';
			settings.request(values);
			return {
				async run(tools) {
					const file = await settings.file(values, tools);
					const { binary, sha256 } = await tools.receive(settings, values, file);
					const { fileName, mimeType } = file;
					const json = { ...file.json, fileName, mimeType, sha256 };
					return [{ json, binary: { [property]: binary } }];
				},
			};
		},
	};
}
