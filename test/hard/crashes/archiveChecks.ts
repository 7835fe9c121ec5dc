import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Place } from './place';

const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex');

/** The SHA-256 in the record beside an archive's file; `undefined` unless the record is complete. */
function recordedChecksum(file: string): string | undefined {
	try {
		const record: { sha256?: string } = JSON.parse(readFileSync(file, 'utf8'));
		return record.sha256;
	} catch {
		return undefined;
	}
}

/** What lies on the disk of the archives, and what the vendor says about them. */
export function archiveChecks({ control, files }: Place) {
	const folder = join(files, 'flexperto', 'archives');
	const zip = (id: string) => join(folder, `archive-${id}.zip`);
	const json = (id: string) => join(folder, `archive-${id}.json`);
	const checksumOnDisk = (id: string) =>
		existsSync(zip(id)) ? sha256(readFileSync(zip(id))) : undefined;
	const archives = control.flexperto.archives;
	/** Claimed and well: nothing touches these any more, so that only the end looks at them again. */
	const settled = new Set<string>();
	const unsettled = async () => (await archives()).filter(({ id }) => !settled.has(id));

	return {
		/** Claimed, or with a complete record, though the file is not there as the vendor has it. */
		async promisedTooEarly(): Promise<string[]> {
			const wrong = (await unsettled()).filter(({ id, status, sha256CheckSum: wanted }) => {
				const isStored = checksumOnDisk(id) === wanted;
				const isRecorded = recordedChecksum(json(id)) === wanted;
				if (status === 'ABANDONED' && isStored && isRecorded) settled.add(id);
				return (status === 'ABANDONED' && !(isStored && isRecorded)) || (isRecorded && !isStored);
			});
			return wrong.map(({ id }) => id);
		},

		/** Claims that arrived before the last byte of the file or its record was written. */
		async claimedBeforeStored(): Promise<string[]> {
			const claims = await control.requests({ path: '*/abandon' });
			return claims
				.map(({ path, arrivedAt }) => ({ id: path.split('/').at(-2) ?? '', arrivedAt }))
				.filter(({ id, arrivedAt }) =>
					[zip(id), json(id)].some(
						(file) => !existsSync(file) || Math.floor(statSync(file).mtimeMs) > arrivedAt,
					),
				)
				.map(({ id }) => id);
		},

		/** Archives that were claimed more than once. */
		async claimedTwice(): Promise<string[]> {
			const claims = (await control.requests({ path: '*/abandon' })).map(({ path }) => path);
			return claims.filter((path, index) => claims.indexOf(path) !== index);
		},

		/** Archives that are not claimed, stored and recorded at the end. */
		async lost(): Promise<string[]> {
			const wrong = (await archives()).filter(
				({ id, status, sha256CheckSum: wanted }) =>
					status !== 'ABANDONED' ||
					checksumOnDisk(id) !== wanted ||
					recordedChecksum(json(id)) !== wanted,
			);
			return wrong.map(({ id }) => id);
		},

		/** Files that are no archive's file or record, or have the same content as another. */
		async strayFiles(): Promise<string[]> {
			const ids = (await archives()).map(({ id }) => id);
			const known = new Set(ids.flatMap((id) => [`archive-${id}.zip`, `archive-${id}.json`]));
			const names = readdirSync(folder);
			const contents = names.map((name) => sha256(readFileSync(join(folder, name))));
			return names.filter(
				(name, index) => !known.has(name) || contents.indexOf(contents[index] ?? '') !== index,
			);
		},
	};
}
