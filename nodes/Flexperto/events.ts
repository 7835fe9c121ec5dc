import type { IDataObject } from 'n8n-workflow';

import { options } from '../kit/collection';
import { polledEvent } from '../kit/event';
import { notice } from '../kit/field';
import { locator } from '../kit/locator';
import { pack, unpack } from '../kit/seen';
import type { Tools } from '../kit/tools';
import { getAll as getArchives } from './archive/getAll';
import { getAll as getSessions } from './contractSession/getAll';
import { getAll as getDocuments } from './document/getAll';
import { actAsUser } from './fields';
import { contractSessions } from './pickers';

interface Acting {
	actingUserId?: string;
}

/** Only what is open is remembered, so the memory stays small however long the history is. */
const archiveAvailable = polledEvent({
	name: 'Archive Available',
	description: 'An archive is ready to be downloaded and claimed',
	docs: 'seed 000, "Polling the API on regular schedule"',
	fields: {},
	includesExisting: true,
	async look(tools, _values, state) {
		const before = unpack(state?.open);
		const available = { filters: { status: 'AVAILABLE' } };
		const { records, settled } = await tools.all(getArchives, available);
		const ids = records.map(({ id }) => String(id));
		const found = records.filter(({ id }) => !before.has(String(id)));
		return { found, state: { open: pack(ids, settled ? undefined : before) } };
	},
});

/**
 * A session counts when it was open at an earlier look, or is newer than all of that look; so the
 * completed ones of the past need not be remembered.
 */
const contractSessionCompleted = polledEvent({
	name: 'Contract Session Completed',
	description: 'All signatures of a contract session have been placed',
	docs: 'seed 000, "Asynchronous Flow" (transaction_completed)',
	fields: { options: options(actAsUser) },
	includesExisting: false,
	async look(tools, { options }, state) {
		const before = unpack(state?.open);
		const newest = Number(state?.newest ?? 0);
		const { records, settled } = await tools.all(getSessions, { filters: {}, options });
		const isOpen = (session: IDataObject) => session.transaction_completed !== true;
		const ids = records.filter(isOpen).map(({ id }) => String(id));
		const found = records.filter(
			(session) =>
				!isOpen(session) && (before.has(String(session.id)) || Number(session.id) > newest),
		);
		const highest = records.reduce((most, { id }) => Math.max(most, Number(id) || 0), newest);
		return { found, state: { open: pack(ids, settled ? undefined : before), newest: highest } };
	},
});

const watchedSession = {
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
	options: Acting;
}

/**
 * The documents of the watched sessions. A session that was open at the last look is looked at once
 * more, as its documents change when it is completed.
 */
async function lookAtDocuments(
	tools: Tools,
	{ sessionId, options }: Watching,
	state: IDataObject | undefined,
	counts: (document: IDataObject) => boolean,
) {
	const before = unpack(state?.seen);
	const earlier = Array.isArray(state?.sessions) ? state.sessions.map(String) : [];
	const open = sessionId === undefined ? await openSessions(tools, options) : [sessionId];
	const found: IDataObject[] = [];
	const keys: string[] = [];
	for (const watched of new Set([...earlier, ...open])) {
		for await (const document of tools.records(getDocuments, { sessionId: watched, options })) {
			const key = `${document.id}:${document.status}`;
			if (open.includes(watched)) keys.push(key);
			if (!before.has(key) && counts(document)) found.push({ sessionId: watched, ...document });
		}
	}
	return { found, state: { seen: pack(keys), sessions: open } };
}

async function openSessions(tools: Tools, options: Acting): Promise<string[]> {
	const filters = { transactionCompleted: false };
	const { records } = await tools.all(getSessions, { filters, options });
	return records.map(({ id }) => String(id));
}

const documentStatusChanged = polledEvent({
	name: 'Document Status Changed',
	description: 'A document was attached, handed over, changed, finished, deleted or failed',
	docs: 'seed 000, "Asynchronous Flow" (states of a document)',
	fields: watchedSession,
	includesExisting: false,
	scope: ({ sessionId }) => sessionId,
	look: async (tools, values, state) => await lookAtDocuments(tools, values, state, () => true),
});

const documentFailed = polledEvent({
	name: 'Document Failed',
	description: 'The identification for a document failed (VES and QES only)',
	docs: 'seed 000, "Asynchronous Flow" (FAILED and failure_reason)',
	fields: watchedSession,
	includesExisting: false,
	scope: ({ sessionId }) => sessionId,
	look: async (tools, values, state) =>
		await lookAtDocuments(tools, values, state, ({ status }) => status === 'FAILED'),
});

/** What the polling trigger can watch. */
export const events = {
	archiveAvailable,
	contractSessionCompleted,
	documentFailed,
	documentStatusChanged,
};
