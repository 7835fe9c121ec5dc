import type { IDataObject } from 'n8n-workflow';

import type { Answer } from './answer';
import { send, type Sending } from './client';
import type { Connection } from './connection';
import type { Callable } from './definition';
import { REDIRECTS, storeFile, type StoredFile } from './download';
import type { Progress } from './error';
import type { Listed } from './listing';
import { pages } from './paging';
import { isRecord } from './record';
import type { RequestSettings } from './settings';
import type { ExpectedFile } from './transfer';
import { inputFiles, uploadFile, type InputFile } from './upload';

/** What the work for an item can do; every request goes out with its settings. */
export interface Tools {
	/** The numbers of the input items that the work is for, from 0. */
	items: number[];
	/** Sends an operation's request; `{}` when the vendor has nothing to say. */
	call<V>(operation: Callable<V>, values: V): Promise<IDataObject>;
	/** As `call`, but `undefined` when the vendor answers with one of the statuses. */
	callUnless<V>(
		statuses: number[],
		operation: Callable<V>,
		values: V,
	): Promise<IDataObject | undefined>;
	/** The records of a list, page by page; at most `wanted` of them. */
	records<V>(listed: Listed<V>, values: V, wanted?: number): AsyncGenerator<IDataObject>;
	/** As `records`, but none when the vendor answers with one of the statuses. */
	recordsUnless<V>(statuses: number[], listed: Listed<V>, values: V): AsyncGenerator<IDataObject>;
	/**
	 * All records of a list, each once. `isWhole` when one page held them all, so that none can have
	 * slipped from page to page while they were read.
	 */
	all<V>(listed: Listed<V>, values: V): Promise<{ records: IDataObject[]; isWhole: boolean }>;
	/** Streams a file from the vendor, or from where it redirects to, into n8n's storage. */
	receive<V>(operation: Callable<V>, values: V, file: ExpectedFile): Promise<StoredFile>;
	/** The files in the given binary fields of the items; throws a refusal when one is missing. */
	files(properties: string[]): Promise<InputFile[]>;
	/** Sends a file to an address the vendor gave, without the credential, as form field `file`. */
	upload(url: string, file: InputFile): Promise<IDataObject>;
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
	const read = <V>(
		listed: Listed<V>,
		values: V,
		more: { accept?: number[]; size?: number } = {},
	) => {
		const { accept, size } = more;
		const sending = { ...settings, repeatable: listed.repeatable, accept };
		return pages(connection, listed.request(values), sending, size);
	};
	const progress: Progress = { steps: [], data: {} };
	return {
		items,
		progress,
		done(step, data) {
			progress.steps.push(step);
			Object.assign(progress.data, data);
		},
		call: async (operation, values) => record(await ask(operation, values)),
		async callUnless(statuses, operation, values) {
			const answer = await ask(operation, values, { accept: statuses });
			return statuses.includes(answer.status) ? undefined : record(answer);
		},
		async *records(listed, values, wanted = Infinity) {
			const keep = listed.filter?.(values);
			const size = keep ? undefined : wanted;
			let given = 0;
			for await (const { records } of read(listed, values, { size })) {
				for (const record of keep ? records.filter(keep) : records) {
					yield record;
					if (++given >= wanted) return;
				}
			}
		},
		async *recordsUnless(accept, listed, values) {
			const keep = listed.filter?.(values) ?? (() => true);
			for await (const { records } of read(listed, values, { accept })) {
				yield* records.filter(keep);
			}
		},
		async all(listed, values) {
			const all = new Map<unknown, IDataObject>();
			let count = 0;
			for await (const { records } of read(listed, values)) {
				for (const record of records) all.set(record.id, record);
				count++;
			}
			const keep = listed.filter?.(values) ?? (() => true);
			return { records: [...all.values()].filter(keep), isWhole: count === 1 };
		},
		async receive(operation, values, file) {
			const answer = await ask(operation, values, { expect: 'stream', accept: REDIRECTS });
			return await storeFile(connection, answer, file, { ...settings, repeatable: true });
		},
		files: async (properties) => await inputFiles(connection.context, items, properties),
		upload: async (url, file) =>
			record(await uploadFile(connection, url, file, { ...settings, repeatable: false })),
	};
}

/** The record of an answer; an operation that takes anything may get something else. */
const record = ({ body }: Answer): IDataObject => (isRecord(body) ? body : {});
