import type { IDataObject } from 'n8n-workflow';
import { UserError } from 'n8n-workflow';

import { choice } from '../../kit/choice';
import type { Tools } from '../../kit/tools';
import { get } from './get';

const SCOPES = { occurrence: 'This Conference Only', series: 'The Whole Series' };

/** Whether a change is meant for one conference of a series or for all of them. */
export const applyTo = choice('Apply To', SCOPES, {
	default: 'occurrence',
	description:
		'What is changed when the conference belongs to a series. Without this option it is the conference alone.',
});

/**
 * The conference to change: the one that was entered, or the master of its series, through which the
 * vendor changes all. Throws when one conference is meant, but changing it would change the series.
 * Source: seed 002, "Recurring Conferences" (Updating, Deleting).
 */
export async function target(
	conferenceId: number,
	scope: string | undefined,
	tools: Tools,
): Promise<{ conferenceId: number; conference: IDataObject }> {
	const read = async (id: number) => await tools.call(get, { conferenceId: id, options: {} });
	const conference = await read(conferenceId);
	const { is_master: isMaster, master_id: masterId } = conference;
	if (scope === 'series' && typeof masterId === 'number' && masterId !== conferenceId) {
		return { conferenceId: masterId, conference: await read(masterId) };
	}
	if (scope !== 'series' && isMaster === true) {
		throw new UserError(`Conference ${conferenceId} is the master of a series`, {
			description:
				'What happens to it happens to every conference of the series. To want that, set Options > Apply To to "The Whole Series"; otherwise use the ID of a single occurrence.',
		});
	}
	return { conferenceId, conference };
}
