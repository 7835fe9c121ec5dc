import { path } from '../../kit/path';
import { get } from '../../kit/request';
import { transfer } from '../../kit/transfer';
import { contractSession, requiredActAsUser } from '../fields';
import { asUser } from '../impersonation';

export const downloadAuditReport = transfer({
	name: 'Download Audit Report',
	action: 'Download the audit report of a contract session',
	description: 'Download the report of who signed what and when, as PDF',
	docs: 'seed 000, "Downloading the Signature Sessions Archive"',
	fields: { ...requiredActAsUser, ...contractSession },
	repeatable: true,
	request: ({ actingUserId, sessionId }) =>
		get(
			path`/collaboration/contracts/contracts/sessions/${sessionId}/audit-report`,
			asUser(actingUserId),
		),
	file: ({ sessionId }) => ({
		fileName: `contract-session-${sessionId}-audit-report.pdf`,
		mimeType: 'application/pdf',
		json: { sessionId },
	}),
});
