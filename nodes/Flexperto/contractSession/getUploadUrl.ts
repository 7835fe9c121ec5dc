import { operation } from '../../kit/operation';
import { path } from '../../kit/path';
import { get } from '../../kit/request';
import { contractSession, requiredActAsUser } from '../fields';
import { asUser } from '../impersonation';

export const getUploadUrl = operation({
	name: 'Get Upload URL',
	action: 'Get an upload URL of a contract session',
	description:
		'Get the address to which a document of the session is uploaded, for uploads outside n8n; it is valid for an hour',
	docs: 'seed 000, "Asynchronous Flow"',
	fields: { ...requiredActAsUser, ...contractSession },
	repeatable: true,
	request: ({ actingUserId, sessionId }) =>
		get(
			path`/collaboration/contracts/contracts/sessions/${sessionId}/documents/upload-url`,
			asUser(actingUserId),
		),
});
