import { operation } from '../../kit/operation';
import { path } from '../../kit/path';
import { get } from '../../kit/request';
import { contractSession, requiredActAsUser } from '../fields';
import { asUser } from '../impersonation';

export const handOver = operation({
	name: 'Hand Over',
	action: 'Hand over a contract session',
	description:
		'Hand the documents over for signature and get the link for the signing person; no document can be added afterwards',
	docs: 'seed 000, "Asynchronous Flow"',
	humanOnly: true,
	fields: { ...requiredActAsUser, ...contractSession },
	// A GET that changes the session.
	repeatable: false,
	request: ({ actingUserId, sessionId }) =>
		get(
			path`/collaboration/contracts/contracts/sessions/${sessionId}/handover`,
			asUser(actingUserId),
		),
	output: (body, { sessionId }) => ({ sessionId, ...body }),
});
