import type { IDataObject } from 'n8n-workflow';

import { options } from '../../kit/collection';
import { polledEvent, type Look } from '../../kit/event';
import { notice } from '../../kit/field';
import { locator } from '../../kit/locator';
import { isRecord } from '../../kit/record';
import { seen } from '../../kit/seen';
import type { Tools } from '../../kit/tools';
import { getAll } from '../document/getAll';
import { actAsUser } from '../fields';
import { contractSessions } from '../pickers';
import { followSessions, ids } from './sessions';

const watched = {
	requestsNotice: notice(
		'Each look needs one request for the session. Without a session it needs one for each session that is not completed.',
	),
	sessionId: locator('Contract Session', contractSessions, {
		description:
			'The session to watch; left empty, all sessions that are not completed are watched',
		placeholder: 'e.g. 13',
	}),
	options: options(actAsUser),
};

interface Watching {
	sessionId: string | undefined;
	options: { actingUserId?: string };
}

/** The sessions of a look: `watched` are asked for their documents, `open` are remembered. */
interface Sessions {
	watched: string[];
	open: string[];
	isWhole: boolean;
	/** Answers that mean that a session is gone, which is no failure. */
	gone: number[];
	state: IDataObject;
}

async function sessionsOf(
	tools: Tools,
	{ sessionId, options }: Watching,
	state: IDataObject | undefined,
): Promise<Sessions> {
	if (sessionId !== undefined) {
		const watched = [sessionId];
		return { watched, open: watched, isWhole: true, gone: [], state: {} };
	}
	const followed = await followSessions(tools, options, state);
	const open = ids(followed.open);
	// The documents of a session change once more when it is completed; those of the past do not.
	const watched = state ? [...ids(followed.completed), ...open] : open;
	return { ...followed, watched, open, gone: [404, 410] };
}

async function look(
	tools: Tools,
	values: Watching,
	state: IDataObject | undefined,
	counts: (document: IDataObject) => boolean,
): Promise<Look> {
	const before = seen(state?.documents);
	const followed = isRecord(state?.sessions) ? state.sessions : undefined;
	const sessions = await sessionsOf(tools, values, followed);
	const found: IDataObject[] = [];
	const keys: string[] = [];
	for (const sessionId of sessions.watched) {
		const request = { sessionId, options: values.options };
		for await (const document of tools.recordsUnless(sessions.gone, getAll, request)) {
			const key = `${document.id}:${document.status}`;
			if (sessions.open.includes(sessionId)) keys.push(key);
			if (!before.has(key) && counts(document)) found.push({ sessionId, ...document });
		}
	}
	return { found, state: { documents: before.next(keys, sessions), sessions: sessions.state } };
}

export const documentStatusChanged = polledEvent({
	name: 'Document Status Changed',
	description: 'A document was attached, handed over, changed, finished, deleted or failed',
	docs: 'seed 000, "Asynchronous Flow" (states of a document)',
	fields: watched,
	includesExisting: false,
	scope: ({ sessionId, options: { actingUserId } }) => [sessionId, actingUserId],
	look: async (tools, values, state) => await look(tools, values, state, () => true),
});

export const documentFailed = polledEvent({
	name: 'Document Failed',
	description: 'The identification for a document failed (VES and QES only)',
	docs: 'seed 000, "Asynchronous Flow" (FAILED and failure_reason)',
	fields: watched,
	includesExisting: false,
	scope: ({ sessionId, options: { actingUserId } }) => [sessionId, actingUserId],
	look: async (tools, values, state) =>
		await look(tools, values, state, ({ status }) => status === 'FAILED'),
});
