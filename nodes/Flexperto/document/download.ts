import { flag } from '../../kit/choice';
import { options } from '../../kit/collection';
import { path } from '../../kit/path';
import { get } from '../../kit/request';
import { transfer } from '../../kit/transfer';
import { actAsUser, document } from '../fields';
import { asUser } from '../impersonation';

const signed = flag(
	'Signed',
	true,
	'Whether to download the signed version instead of the document as it was attached',
);

export const download = transfer({
	name: 'Download',
	action: 'Download a document',
	description: 'Download a document of a contract session as PDF',
	docs: 'seed 000, "Downloading Individual Documents"',
	fields: { ...document, options: options({ signed, ...actAsUser }) },
	repeatable: true,
	request: ({ documentId, options }) =>
		get(path`/collaboration/contracts/contracts/documents/${documentId}/download`, {
			query: { signed: options.signed ?? true },
			...asUser(options.actingUserId),
		}),
	file({ documentId, options: { signed = true } }) {
		const version = signed ? 'signed' : 'unsigned';
		return {
			fileName: `document-${documentId}-${version}.pdf`,
			mimeType: 'application/pdf',
			json: { documentId, signed },
		};
	},
});
