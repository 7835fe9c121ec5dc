import type { IDataObject } from 'n8n-workflow';
import { UserError } from 'n8n-workflow';

import { flag } from '../../kit/choice';
import { options } from '../../kit/collection';
import { path } from '../../kit/path';
import { get as read } from '../../kit/request';
import { transfer } from '../../kit/transfer';
import { archive } from '../fields';
import { get } from './get';

/** The states in which the file is there. Source: seed 000, "How can I interact ...", steps 2 and 4. */
const WITH_FILE = ['AVAILABLE', 'ABANDONED'];

const verifyChecksum = flag(
	'Verify Checksum',
	true,
	'Whether to compare the file with the SHA-256 of the archive record. A file that differs is refused.',
);

export const download = transfer({
	name: 'Download',
	action: 'Download an archive',
	description: 'Download the ZIP file of an archive and check that it is the one on record',
	docs: 'seed 000, "How can I claim archives?", C1',
	fields: { ...archive, options: options({ verifyChecksum }) },
	repeatable: true,
	request: ({ archiveId }) => read(path`/communication/archives/archives/${archiveId}/download`),
	async file({ archiveId, options: { verifyChecksum: verify = true } }, tools) {
		const record = await tools.call(get, { archiveId });
		checkState(archiveId, record);
		const file = { fileName: `archive-${archiveId}.zip`, mimeType: 'application/zip' };
		const json = { ...record, checksumVerified: verify };
		if (!verify) return { ...file, json };
		const { sha256CheckSum: sha256 } = record;
		if (typeof sha256 === 'string' && sha256 !== '') return { ...file, json, sha256 };
		throw new UserError(`Archive ${archiveId} has no checksum to compare the file with`, {
			description: 'Ask Flexperto about it, or turn Options > Verify Checksum off.',
		});
	},
});

function checkState(archiveId: string, { status, error }: IDataObject): void {
	if (typeof status !== 'string' || WITH_FILE.includes(status)) return;
	const reason = typeof error === 'string' && error !== '' ? ` (${error})` : '';
	throw new UserError(`Archive ${archiveId} cannot be downloaded: it is ${status}${reason}`, {
		description:
			'Only archives that are AVAILABLE or ABANDONED have a file. Others may get one later, EXPIRED and FAILED ones do not.',
	});
}
