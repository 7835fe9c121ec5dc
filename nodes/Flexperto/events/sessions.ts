import type { IDataObject } from 'n8n-workflow';

import { seen } from '../../kit/seen';
import type { Tools } from '../../kit/tools';
import { getAll } from '../contractSession/getAll';

/** The contract sessions of a look. */
interface FollowedSessions {
	/** Those that wait for signatures. */
	open: IDataObject[];
	/** Those that were completed since the last look; all completed ones at the first. */
	completed: IDataObject[];
	/** Whether the list was read in one piece. */
	isWhole: boolean;
	state: IDataObject;
}

/**
 * Follows contract sessions from look to look. A session counts as completed since then when it was
 * open before, or is newer than all that were known; so the past need not be remembered. Sessions
 * are numbered as they are started. When the list was read in several pages, a session may have
 * been on none of them: then `newest` stays behind by one look, and what is newer is remembered.
 */
export async function followSessions(
	tools: Tools,
	options: { actingUserId?: string },
	state: IDataObject = {},
): Promise<FollowedSessions> {
	const wasOpen = seen(state.open);
	const wasHandedOver = seen(state.recent);
	const newest = Number(state.newest ?? 0);
	const { records, isWhole } = await tools.all(getAll, { filters: {}, options });
	const sessions = records.filter((session) => !session.deleted_at);
	const isCompleted = (session: IDataObject) => session.transaction_completed === true;
	const open = sessions.filter((session) => !isCompleted(session));
	const completed = sessions.filter((session) => {
		const id = String(session.id);
		const isNews = wasOpen.has(id) || Number(id) > newest;
		return isCompleted(session) && isNews && !wasHandedOver.has(id);
	});
	const highest = records.reduce((most, { id }) => Math.max(most, Number(id) || 0), 0);
	const known = isWhole ? highest : Number(state.highest ?? 0);
	const recent = sessions.filter((session) => isCompleted(session) && Number(session.id) > known);
	return {
		open,
		completed,
		isWhole,
		state: {
			open: wasOpen.next(ids(open), { isWhole, left: ids(records) }),
			recent: wasHandedOver.next(ids(recent), { isWhole: true }),
			newest: known,
			highest,
		},
	};
}

export const ids = (records: IDataObject[]) => records.map(({ id }) => String(id));
