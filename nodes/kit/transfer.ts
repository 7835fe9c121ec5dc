import type { IDataObject } from 'n8n-workflow';

import {
	readValues,
	withOptions,
	type About,
	type Callable,
	type Definition,
	type Job,
	type Output,
	type ReadInput,
} from './definition';
import type { StoredFile } from './download';
import { text, type Fields, type Values } from './field';
import { runOptions } from './settings';
import type { Tools } from './tools';
import { variedSettings, type Variation } from './variation';

/** A file that is about to be received. Without a name or type, those of the answer are taken. */
export interface ExpectedFile {
	fileName?: string;
	mimeType?: string;
	/** Lower-case hexadecimal; when given, a file that differs is refused. */
	sha256?: string;
	/** What is output beside the file. */
	json: IDataObject;
}

interface Common<F extends Fields> extends About {
	fields: F;
}

/** One file that the vendor answers a request with. */
interface Requested<F extends Fields> extends Common<F>, Callable<Values<F>> {
	/** What is known of the file beforehand; may ask the vendor. */
	file(values: Values<F>, tools: Tools): ExpectedFile | Promise<ExpectedFile>;
	links?: undefined;
}

/** Files to which the vendor gives links, one output item each. */
interface Linked<F extends Fields> extends Common<F> {
	links(values: Values<F>, tools: Tools): Promise<LinkedFile[]>;
	request?: undefined;
}

export interface LinkedFile extends ExpectedFile {
	/** Fetched without the credential, unless the vendor guards the files on its own host. */
	url: string;
}

type TransferSettings<F extends Fields> = Requested<F> | Linked<F>;

const outputBinaryPropertyName = text('Put Output File in Field', {
	default: 'data',
	description: 'The name of the output binary field to put the file in',
});

/** A file from the vendor into the output item's binary data, streamed. */
export function transfer<F extends Fields>(settings: TransferSettings<F>) {
	return {
		...settings,
		fields: withOptions(settings.fields, { outputBinaryPropertyName }, runOptions),
		vary: (variation: Variation): Definition => transfer(variedSettings(settings, variation)),
		prepare(read: ReadInput): Job {
			const values = readValues(settings.fields, read);
			const property = read.option('outputBinaryPropertyName', outputBinaryPropertyName) ?? 'data';
			settings.request?.(values);
			const output = ({ json }: ExpectedFile, { binary, ...stored }: StoredFile): Output => {
				const { fileName, mimeType, sha256 } = stored;
				return {
					json: { ...json, fileName, mimeType, sha256 },
					binary: { [property]: binary },
				};
			};
			return {
				async run(tools) {
					if (!settings.links) {
						const file = await settings.file(values, tools);
						return [output(file, await tools.receive(settings, values, file))];
					}
					const outputs: Output[] = [];
					for (const file of await settings.links(values, tools)) {
						outputs.push(output(file, await tools.fetch(file)));
					}
					return outputs;
				},
			};
		},
	};
}
