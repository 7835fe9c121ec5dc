import type { IDataObject } from 'n8n-workflow';

import type { Answer } from './answer';
import { send, type Sending } from './client';
import type { Connection } from './connection';
import type { Callable } from './definition';
import { REDIRECTS, storeFile, type StoredFile } from './download';
import type { Progress } from './error';
import { reading, type ListReader } from './reading';
import { isRecord } from './record';
import { rest } from './rest';
import type { RequestSettings } from './settings';
import type { ExpectedFile, LinkedFile } from './transfer';
import { inputFiles, putFile, uploadFile, type InputFile } from './upload';

/** What the work for an item can do; every request goes out with its settings. */
export interface Tools extends ListReader {
	/** The numbers of the input items that the work is for, from 0. */
	items: number[];
	/** Sends an operation's request; `{}` when the vendor has nothing to say. */
	call<V>(operation: Callable<V>, values: V): Promise<IDataObject>;
	/** As `call`, but gives the answer as it is, whatever it is. */
	answer<V>(operation: Callable<V>, values: V): Promise<unknown>;
	/** As `call`, but `undefined` when the vendor answers with one of the statuses. */
	callUnless<V>(
		statuses: number[],
		operation: Callable<V>,
		values: V,
	): Promise<IDataObject | undefined>;
	/** Streams a file from the vendor, or from where it redirects to, into n8n's storage. */
	receive<V>(operation: Callable<V>, values: V, file: ExpectedFile): Promise<StoredFile>;
	/** Streams a file from a link that the vendor gave, without the credential. */
	fetch(file: LinkedFile): Promise<StoredFile>;
	/** The files in the given binary fields of the items; throws a refusal when one is missing. */
	files(properties: string[]): Promise<InputFile[]>;
	/** Sends a file to an address the vendor gave, without the credential, as form field `file`. */
	upload(url: string, file: InputFile): Promise<IDataObject>;
	/** As `upload`, but as the whole content of a PUT; redirects are followed. */
	put(url: string, file: InputFile): Promise<void>;
	/** Waits for so many milliseconds, or until the user stops the execution. */
	rest(milliseconds: number): Promise<void>;
	/** Tells the user something about the output, once in a run. */
	hint(message: string): void;
	/** The credential's address with the path of the API, and its origin. */
	baseUrl: string;
	origin: string;
	/** What tells the credential from others, without telling what it holds. */
	account: string;
	/** Notes a step that cannot be taken back, for the message of a failure after it. */
	done(step: string, data?: IDataObject): void;
	progress: Progress;
}

/** Tools for one piece of work. */
export function createTools(
	connection: Connection,
	settings: RequestSettings,
	items: number[] = [],
): Tools {
	const ask = async <V>(operation: Callable<V>, values: V, more: Partial<Sending> = {}) =>
		await send(connection, operation.request(values), {
			...settings,
			repeatable: operation.repeatable,
			expect: operation.answers,
			...more,
		});
	const progress: Progress = { steps: [], data: {} };
	return {
		items,
		progress,
		done(step, data) {
			progress.steps.push(step);
			Object.assign(progress.data, data);
		},
		call: async (operation, values) => recordOf(await ask(operation, values)),
		answer: async (operation, values) => (await ask(operation, values)).body,
		async callUnless(statuses, operation, values) {
			const answer = await ask(operation, values, { accept: statuses });
			return statuses.includes(answer.status) ? undefined : recordOf(answer);
		},
		...reading(connection, settings),
		async receive(operation, values, file) {
			const answer = await ask(operation, values, { expect: 'stream', accept: REDIRECTS });
			const url = `${connection.baseUrl}${operation.request(values).path}`;
			const how = { ...settings, repeatable: true };
			return await storeFile(connection, { ...answer, url }, file, how);
		},
		async fetch(file) {
			const { url } = file;
			const from = { status: 302, headers: { location: url }, body: undefined, url };
			return await storeFile(connection, from, file, { ...settings, repeatable: true });
		},
		files: async (properties) => await inputFiles(connection.context, items, properties),
		upload: async (url, file) =>
			recordOf(await uploadFile(connection, url, file, { ...settings, repeatable: false })),
		put: async (url, file) => await putFile(connection, url, file, settings),
		rest: async (milliseconds) => await rest(milliseconds, connection.cancelled),
		hint: (message) => connection.hints.add(message),
		baseUrl: connection.baseUrl,
		origin: connection.origin,
		account: connection.account,
	};
}

/** The record of an answer; an operation that takes anything may get something else. */
const recordOf = ({ body }: Answer): IDataObject => (isRecord(body) ? body : {});
