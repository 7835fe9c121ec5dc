import { path } from '../../kit/path';
import { get } from '../../kit/request';
import { transfer } from '../../kit/transfer';
import { contractSession, requiredActAsUser } from '../fields';
import { asUser } from '../impersonation';

export const downloadArchive = transfer({
	name: 'Download Archive',
	action: 'Download the archive of a contract session',
	description: 'Download all signed documents and the audit report of a session as one ZIP file',
	docs: 'seed 000, "Downloading the Signature Sessions Archive"',
	fields: { ...requiredActAsUser, ...contractSession },
	repeatable: true,
	request: ({ actingUserId, sessionId }) =>
		get(
			path`/collaboration/contracts/contracts/sessions/${sessionId}/documents-archive`,
			asUser(actingUserId),
		),
	file: ({ sessionId }) => ({
		fileName: `contract-session-${sessionId}.zip`,
		mimeType: 'application/zip',
		json: { sessionId },
	}),
});
