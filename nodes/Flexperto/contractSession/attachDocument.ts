import { id } from '../../kit/field';
import { operation } from '../../kit/operation';
import { path } from '../../kit/path';
import { post } from '../../kit/request';
import { contractSession, requiredActAsUser } from '../fields';
import { asUser } from '../impersonation';

export const attachDocument = operation({
	name: 'Attach Document',
	action: 'Attach a document to a contract session',
	description: 'Attach an uploaded file to the session',
	docs: 'seed 000, "Asynchronous Flow" (seed 001 shows GET, which was corrected later)',
	fields: {
		...requiredActAsUser,
		...contractSession,
		fileId: id('File ID', {
			description: 'The ID that the upload returned',
			placeholder: 'e.g. 12853e74-d2a0-4c38-867c-41edea7069a6',
		}),
	},
	repeatable: false,
	request: ({ actingUserId, sessionId, fileId }) =>
		post(path`/collaboration/contracts/contracts/sessions/${sessionId}/documents/attach`, {
			body: { fileId },
			...asUser(actingUserId),
		}),
});
